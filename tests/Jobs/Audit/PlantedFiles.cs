using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>A night's files with a card number in every column where one can stand: those whose rows are taken, and those that reject the row.</summary>
internal sealed class PlantedFiles(NightBench bench, PlantedNumbers numbers)
{
    public const string Date = "2026-08-18";

    /// <summary>Columns of free text: the row is taken with the number masked.</summary>
    private static readonly string[] AccountTexts = ["customer_name", "mobile", "address_1", "address_2", "address_3", "postcode"];

    /// <summary>
    /// Left out of masters and postings: customer_id and posting_id, identifiers of other systems of which every tenth that is a long number passes
    /// the Luhn check; masking them would make them another's.
    /// </summary>
    private static readonly string[] Identifiers = ["customer_id", "posting_id"];

    private int _rows;

    public void Write()
    {
        WriteMasters();
        new PlantedOpening(bench, this).Write();
        WritePostings();
        WriteRefused();
    }

    private void WriteMasters()
    {
        var accounts = PlantedNumbers.Forms.Select(form => Planted("accounts", Rows.AccountHeader, Rows.Account($"A-{form}"), form, AccountTexts));
        var rejected = Columns(Rows.AccountHeader).Except(AccountTexts).Except(Identifiers)
            .SelectMany(column => PlantedNumbers.Forms.Select(form => Planted("accounts", Rows.AccountHeader, Rows.Account($"R{_rows++}"), form, column)));
        bench.WithAccounts([.. accounts, .. rejected, Rows.Account("A1"), Short("accounts")]);

        var cards = PlantedNumbers.Forms.Select(form => Planted("cards", Rows.CardHeader, Rows.Card($"C-{form}", $"A-{form}"), form, "holder_name"));
        rejected = Columns(Rows.CardHeader).Except(["holder_name"])
            .SelectMany(column => PlantedNumbers.Forms.Select(form => Planted("cards", Rows.CardHeader, Rows.Card($"K{_rows++}", "A1"), form, column)));
        bench.WithCards([.. cards, .. rejected, Rows.Card("C1", "A1"), Short("cards")]);

        bench.With("holidays.csv", ["date,name", .. PlantedNumbers.Forms.Select((form, i) => $"2026-10-{i + 10},Day {In("holidays", "name", form)} off"),
            .. PlantedNumbers.Forms.Select(form => $"{In("holidays", "date", form)},Day")]);
        bench.With($"fx-{Date}.csv", ["network,currency,rate", .. Columns("network,currency,rate").SelectMany(column =>
            PlantedNumbers.Forms.Select(form => Planted("fx", "network,currency,rate", "visa,USD,35.1", form, column))), Split()]);
    }

    private void WritePostings()
    {
        var texts = new[] { "merchant", "mcc", "country" };
        var taken = PlantedNumbers.Forms.SelectMany(form => new[]
        {
            Planted("postings", Rows.PostingHeader, Rows.Purchase($"P{_rows++}", $"C-{form}", Date, "2000.00"), form, [.. texts, "original_posting_id"]),
            Planted("postings", Rows.PostingHeader, Rows.Purchase($"P{_rows++}", $"C-{form}", Date, "3000.00", months: "3"), form, texts),
            Planted("postings", Rows.PostingHeader, Rows.Cash($"P{_rows++}", $"C-{form}", Date, "1000.00"), form, texts),
            Planted("postings", Rows.PostingHeader, Rows.Payment($"P{_rows++}", $"C-{form}", Date, "1.00"), form, texts),
        });
        var rejected = Columns(Rows.PostingHeader).Except(texts).Except(Identifiers).SelectMany(column => PlantedNumbers.Forms.Select(form => Planted(
            "postings", Rows.PostingHeader,
            column switch
            {
                "original_posting_id" => Rows.Reversal($"R{_rows++}", "C1", Date, "2000.00", "?"),
                "kind" => Rows.Refund($"R{_rows++}", "C1", Date, "2.00"),
                _ => Rows.Payment($"R{_rows++}", "C1", Date, "2.00"),
            },
            form, column)));
        var tooLong = PlantedNumbers.Forms.Select(form =>
            Rows.Payment($"a reference of more than forty signs {In("postings", "posting_id", form)}", "C1", Date, "3.00"));
        bench.WithPostings(Date, [.. taken, .. rejected, .. tooLong, Short("postings")]);
    }

    /// <summary>Files that are refused whole, and one whose name alone is wrong.</summary>
    private void WriteRefused()
    {
        bench.With($"postings-{Date}-1.csv", $"{Rows.PostingHeader},{In("header", "unknown", "plain")},card {In("header", "unknown", "hyphens")}");
        Stated(2, "records", form => $$"""{"records": {{form}}, "amountTotal": "0.00", "sha256": "{{new string('0', 64)}}"}""");
        Stated(3, "amountTotal", form => $$"""{"records": 0, "amountTotal": "{{form}}.00", "sha256": "{{new string('0', 64)}}"}""");
        Stated(4, "sha256", form => $$"""{"records": 0, "amountTotal": "0.00", "sha256": "{{form}}"}""");
        Stated(5, "text", form => form);
        bench.With($"statement {In("file", "name", "plain")}.txt", "left alone");
    }

    private void Stated(int number, string figure, Func<string, string> json) => bench
        .With($"postings-{Date}-{number}.csv", Rows.PostingHeader)
        .With($"postings-{Date}-{number}.csv.control.json", json(In("control file", figure, "plain")));

    /// <summary>A row with some of its cells replaced by a number; in free text with words around it.</summary>
    public string Planted(string file, string header, string row, string form, params string[] columns)
    {
        var cells = row.Split(',');
        foreach (var column in columns)
        {
            var number = In(file, column, form);
            cells[Array.IndexOf(Columns(header), column)] = column is "merchant" or "address_1" ? $"Shop {number} BKK" : number;
        }

        return string.Join(',', cells);
    }

    /// <summary>A row of too few cells, so that what stands in the first may be anything.</summary>
    public string Short(string file) => $"{In(file, "first of two cells", "spaces")},{In(file, "second of two cells", "plain")}";

    /// <summary>A number that is whole only when two cells are put together.</summary>
    private string Split()
    {
        var groups = In("fx", "network and currency", "spaces").Split(' ');
        return $"{groups[0]} {groups[1]},{groups[2]} {groups[3]},1";
    }

    private string In(string file, string column, string form) => numbers.In($"{file} {column} {_rows}", form);

    private static string[] Columns(string header) => header.Split(',');
}
