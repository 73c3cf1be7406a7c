using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>
/// Reads the cells of one master row. The rejection with the first reason in the order of files.md stays, whichever cell is read first.
/// </summary>
/// <param name="file">The file, on the row.</param>
/// <param name="columns">The names of its columns.</param>
internal sealed class MasterCells(CsvFile file, string[] columns)
{
    private const int LongestKey = 64;
    private static readonly string[] Order = [RejectReasons.MalformedRow, RejectReasons.BadAmount, RejectReasons.BadCurrency, RejectReasons.BadDate];

    /// <summary>Why the row is rejected, so far.</summary>
    public Rejection? Rejection { get; private set; }

    /// <summary>Whether the row has the right number of cells; a row that has not is rejected.</summary>
    public bool AreComplete()
    {
        if (!file.IsComplete)
        {
            Reject(RejectReasons.MalformedRow, $"{file.CellCount} cells found, {columns.Length} expected.");
        }

        return file.IsComplete;
    }

    /// <summary>The text of a cell with card numbers masked.</summary>
    public string Text(int column) => CardNumberMask.Mask(file[column]);

    /// <summary>The text of a cell as it is: an identifier of another system, which masking would make another's.</summary>
    public string Identifier(int column) => file[column];

    /// <summary>A key: 1 to 64 characters, no card number.</summary>
    public string Key(int column)
    {
        var key = file[column];
        if (string.IsNullOrWhiteSpace(key) || Cell.Characters(key) > LongestKey)
        {
            Reject(RejectReasons.MalformedRow, $"{columns[column]} has {Cell.Characters(key)} characters; 1 to {LongestKey} expected.");
        }
        else if (CardNumberMask.IsCardNumber(key))
        {
            Reject(RejectReasons.MalformedRow, $"{columns[column]} {Found.Text(key)} is a card number; a token expected.");
        }

        return CardNumberMask.Mask(key);
    }

    /// <summary>One of a few words.</summary>
    public string Word(int column, params IReadOnlyCollection<string> words)
    {
        if (!words.Contains(file[column]))
        {
            Reject(RejectReasons.MalformedRow, $"{columns[column]} {Found.Text(file[column])}; {string.Join(", ", words)} expected.");
        }

        return file[column];
    }

    /// <summary>true or false.</summary>
    public bool Flag(int column) => Word(column, "true", "false") == "true";

    /// <summary>A whole number between two.</summary>
    public short Number(int column, int least, int most)
    {
        if (!Cell.TrySmallNumber(file[column], out var number) || number < least || number > most)
        {
            Reject(RejectReasons.MalformedRow, $"{columns[column]} {Found.Text(file[column])}; {least} to {most} expected.");
        }

        return (short)number;
    }

    /// <summary>An amount of baht, zero or above.</summary>
    public long Satang(int column)
    {
        if (!Hundredths.TryParse(file[column], out var satang))
        {
            Reject(RejectReasons.BadAmount, $"{columns[column]} {Found.Text(file[column])}; digits with at most two decimals after a point expected.");
        }

        return satang;
    }

    /// <summary>A date.</summary>
    public DateOnly? Date(int column, bool mayBeBlank)
    {
        var text = file[column];
        if (text.Length == 0 && mayBeBlank)
        {
            return null;
        }

        if (!Cell.TryDate(text, out var date))
        {
            Reject(RejectReasons.BadDate, $"{columns[column]} {Found.Text(text)}; {(mayBeBlank ? "blank or " : "")}a date as yyyy-MM-dd expected.");
        }

        return date;
    }

    /// <summary>Rejects the row, unless an earlier reason does.</summary>
    public void Reject(string reason, string detail)
    {
        if (Rejection is null || Array.IndexOf(Order, reason) < Array.IndexOf(Order, Rejection.Reason))
        {
            Rejection = new(reason, detail);
        }
    }

    /// <summary>The row, with its values unless it is rejected.</summary>
    public MasterRow Row(string key, params object?[] values) => new(file.Line, key, Rejection is null ? values : [], Rejection);
}
