using Cycle.Bench.Nights;

namespace Cycle.Bench.Figures;

/// <summary>The verb <c>figures</c>: writes the tables of README and docs from the committed result files.</summary>
internal static class FiguresCommand
{
    public const string Usage = "figures";

    public static int Run()
    {
        foreach (var page in FigurePages.Pages)
        {
            var file = Path.Combine(BenchHome.Root, page);
            var text = File.ReadAllText(file);
            var written = FigurePages.Written(text, Path.Combine(BenchHome.Root, "bench", "results"));
            File.WriteAllText(file, written);
            Console.WriteLine($"{page}: {(written == text ? "as it was" : "written")}");
        }

        return 0;
    }
}
