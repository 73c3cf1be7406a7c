using System.CommandLine;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Outputs;
using Cycle.Jobs.Outputs.Delivery;
using Cycle.Jobs.Releases;
using Cycle.Jobs.Replay;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle export --date D --out DIR</c>.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var date = Options.Date();
        var output = new Option<string>("--out") { Description = "The folder to write to; made when missing.", Required = true };
        var tariff = new Option<string?>("--tariff")
        {
            Description = "A shipped tariff's id or a tariff file, for the interest accrued in the balances (default: the one the night began with).",
        };
        var database = Options.Database();
        var command = new Command("export", "Writes statements, notices, balances, journal and control report of a business date as files, and the cycle's delivery pack.")
        {
            date, output, tariff, database,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            var named = parsed.GetValue(tariff);
            await using var nightly = await Nightly.LookAsync(
                parsed.GetValue(database), cancellationToken, tariff: named ?? FixtureCase.DefaultTariff);
            var day = parsed.GetValue(date);
            if (!await new NightDates(nightly.Database).IsCompleteAsync(day, cancellationToken))
            {
                throw new UsageException($"--date: the night of {day:yyyy-MM-dd} is not complete. See `cycle status`.");
            }

            var terms = named is null ? await TariffOfAsync(nightly, day, cancellationToken) : nightly.Settings.Tariff;
            var folder = GivenFolders.Output(parsed.GetValue(output)!);
            await new Exporter(nightly.Database, terms).WriteAsync(folder, day, day, cancellationToken);
            return await DeliverAsync(nightly, folder, day, cancellationToken);
        }));
        return command;
    }

    /// <summary>The tariff that a complete night computed by.</summary>
    private static async Task<Tariff> TariffOfAsync(Nightly nightly, DateOnly day, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(nightly.Database, $"{day:yyyy-MM-dd}", cancellationToken);
        var began = await TariffRecord.OfRunAsync(nightly.Database, run.RunId, cancellationToken);
        return began?.Tariff ?? throw new UsageException(
            $"--tariff: found none, expected the tariff that the night of {day:yyyy-MM-dd} was run by: the build that ran it did not keep which one.");
    }

    /// <summary>Writes the PDFs and, when all are the bytes that went out, the delivery pack.</summary>
    private static async Task<int> DeliverAsync(Nightly nightly, string folder, DateOnly day, CancellationToken cancellationToken)
    {
        using var pdfs = new WrittenPdfs(folder);
        var (written, different) = await new PdfExport(nightly.Database).WriteAsync(folder, day, day, cancellationToken, pdfs);
        Console.WriteLine($"The outputs of {day:yyyy-MM-dd} are in {folder}, {written} PDFs among them");
        if (await new ReleaseReader(nightly.Database).WithheldAsync(day, cancellationToken) is > 0 and var withheld)
        {
            Console.WriteLine($"  {withheld} statements of {day:yyyy-MM-dd} are not among them: they wait for release or are held back");
        }

        foreach (var path in different)
        {
            Console.WriteLine($"  {path}: not the bytes that went out; it was drawn with other versions of the system's libraries or fonts");
        }

        if (different.Count == 0 && await new DeliveryPack(nightly.Database).WriteAsync(folder, day, cancellationToken, pdfs) is { } pack)
        {
            Console.WriteLine($"The delivery pack is {pack.Archive}: {pack.Packed}, {pack.Pages} pages");
        }

        return different.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
