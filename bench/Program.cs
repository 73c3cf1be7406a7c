using System.Globalization;
using Cycle.Bench.Figures;
using Cycle.Bench.Functions;
using Cycle.Bench.Growth;
using Cycle.Bench.Nights;
using Cycle.Bench.Portfolio;
using Cycle.Bench.Statements;
using Cycle.Ledger.Storage.Server;
using Npgsql;

try
{
    return await RunAsync(args);
}
catch (Exception fault) when (fault is NpgsqlException or ServerProblem or IOException or InvalidOperationException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The benchmark failed and wrote no result: {fault.Message}");
    return 1;
}

// ./cycle bench VERB ...: one folder a verb; a new one is added here.
static async Task<int> RunAsync(string[] args)
{
    switch (args)
    {
        case ["portfolio", .. var words]:
            return PortfolioCommand.Run(words);
        case ["statements", .. var words]:
            return await StatementsCommand.RunAsync(words);
        case ["night", .. var words]:
            return await NightCommand.RunAsync(words);
        case [PlainNight.Verb, var inbox, var output, var workers, var partition]:
            return await PlainNight.RunAsync(
                inbox, output, int.Parse(workers, CultureInfo.InvariantCulture), int.Parse(partition, CultureInfo.InvariantCulture));
        case ["growth", .. var words]:
            return await GrowthCommand.RunAsync(words);
        case ["functions", .. var words]:
            return FunctionsCommand.Run(words);
        case ["figures"]:
            return FiguresCommand.Run();
        default:
            Console.Error.WriteLine($"Found '{string.Join(' ', args)}'; expected one of:");
            foreach (var usage in (string[])
                [PortfolioCommand.Usage, StatementsCommand.Usage, NightOptions.Usage, GrowthCommand.Usage, FunctionsCommand.Usage, FiguresCommand.Usage])
            {
                Console.Error.WriteLine($"  {usage}");
            }

            return 2;
    }
}
