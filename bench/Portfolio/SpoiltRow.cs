namespace Cycle.Bench.Portfolio;

/// <summary>Copies of good rows with a fault that intake must see.</summary>
internal static class SpoiltRow
{
    private const int PostingId = 0, CardId = 1, Kind = 2, Time = 4, PostingDate = 5, Amount = 6, Currency = 7, Original = 12, Channel = 13, Months = 14;

    public static string[] Draw(Prng prng, PostingRow row, DateOnly file)
    {
        var cells = row.Cells;
        var fault = prng.Below(8);
        if (fault == 0)
        {
            return cells; // The same id twice.
        }

        cells[PostingId] += "-X";
        var (column, text) = fault switch
        {
            1 => (CardId, "C-UNKNOWN"),
            2 => (Amount, "1,234.50"),
            3 => (Currency, "XXX"),
            4 => (PostingDate, Texts.Date(file.AddDays(1))),
            5 => (Time, "24:61:00"),
            6 => (Kind, "GIFT"),
            _ => (Original, "P-NEVER-TAKEN"),
        };
        cells[column] = text;
        if (fault >= 6)
        {
            cells[Kind] = fault == 6 ? "GIFT" : "REVERSAL";
            (cells[Channel], cells[Months]) = ("", "");
        }

        return cells;
    }
}
