using Cycle.Jobs.Tests.Intake;
using Cycle.Jobs.Tests.Nights;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>An opening file with a card number in every column: in the merchant of accounts that are opened, elsewhere in rows that are rejected, alone or together.</summary>
internal sealed class PlantedOpening(NightBench bench, PlantedFiles files)
{
    private static readonly string[] HeadColumns = ["account_id", "statement_date", "due_date", "amount", "minimum_payment"];

    public void Write()
    {
        var opened = PlantedNumbers.Forms.SelectMany(form => new[]
        {
            OpeningRows.Head($"A-{form}"), Planted(OpeningRows.Item($"O-{form}", $"A-{form}", $"C-{form}"), form, "merchant"),
        });
        var rejected = OpeningRows.Header.Split(',').Except(["merchant"])
            .SelectMany(column => PlantedNumbers.Forms.Select(form => Planted(OpeningRows.Item(), form, column)));
        var heads = HeadColumns.SelectMany(column => PlantedNumbers.Forms.Select(form => Planted(OpeningRows.Head(), form, column)));
        var together = PlantedNumbers.Forms.SelectMany(form => new[]
        {
            OpeningRows.Head(), Planted(OpeningRows.Item(outstanding: "5000.01"), form, "posting_id").Replace("ITEM,A1,", "ITEM,A1,VT-", StringComparison.Ordinal),
        });
        bench.With(
            $"opening-{PlantedFiles.Date}.csv",
            [OpeningRows.Header, .. opened, OpeningRows.Head(), .. rejected, files.Short("opening"), .. together, .. heads]);
    }

    private string Planted(string row, string form, string column) => files.Planted("opening", OpeningRows.Header, row, form, column);
}
