using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Cycle.Bench.Machine;
using Cycle.Bench.Nights;

namespace Cycle.Bench.Functions;

/// <summary>The verb <c>functions</c>: BenchmarkDotNet over the functions a night calls most.</summary>
internal static class FunctionsCommand
{
    public const string Usage = "functions [--results DIR]";

    private const int WarmUps = 5, Iterations = 15;

    public static int Run(IReadOnlyList<string> words)
    {
        var folder = words switch
        {
            [] => Path.Combine(BenchHome.Root, "bench", "results"),
            ["--results", { Length: > 0 } told] => Path.GetFullPath(told),
            _ => null,
        };
        if (folder is null)
        {
            Console.Error.WriteLine($"Found '{string.Join(' ', words)}'; expected: {Usage}");
            return 2;
        }

        // In this process: the program as it was built, with its central packages and lock files, is what is measured.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(WarmUps).WithIterationCount(Iterations);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(BenchHome.Root, "artifacts", "bench-functions"));
        var summary = BenchmarkRunner.Run<FunctionBenchmarks>(config);
        if (summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success))
        {
            return 1;
        }

        var machine = MachineFacts.Read();
        var result = new FunctionResults($"{DateTime.UtcNow:yyyy-MM-dd}", machine, Versions.Read(), [.. summary.Reports.Select(Of)]);
        var file = Path.Combine(folder, machine.Folder, "functions.json");
        result.Write(file);
        Console.WriteLine($"Written to {file}");
        return 0;
    }

    private static FunctionResult Of(BenchmarkReport report)
    {
        var statistics = report.ResultStatistics!;
        return new(
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), Math.Round(statistics.Median, 1),
            Math.Round(statistics.StandardDeviation, 1), report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
