using Cycle.Ledger;
using Cycle.Ledger.Journal;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>A journal entry as its rows say, each row with its own copy of the hash.</summary>
/// <param name="accountId">The account.</param>
/// <param name="number">The entry's number, from 1.</param>
internal sealed class StoredEntry(string accountId, int number)
{
    /// <summary>What follows account and number in each row that <see cref="Read"/> reads.</summary>
    public const string Columns = "line, business_date, kind, reference, gl_account, debit, credit, hash";

    private readonly List<JournalLine> _lines = [];
    private readonly List<byte[]> _hashes = [];

    public string AccountId => accountId;

    public int Number => number;

    public DateOnly BusinessDate { get; private set; }

    public string Kind { get; private set; } = "";

    public string Reference { get; private set; } = "";

    /// <summary>One a row; they are the same unless somebody altered them.</summary>
    public IReadOnlyList<byte[]> Hashes => _hashes;

    /// <summary>Whether its rows are numbered one by one and say the same of the entry, each of which carries all of it.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Adds the next row of the entry.</summary>
    public void Read(NpgsqlBinaryExporter row)
    {
        IsWhole &= row.Read<short>() == _lines.Count + 1;
        var said = (row.Read<DateOnly>(), row.Read<string>(), row.Read<string>());
        if (_lines.Count == 0)
        {
            (BusinessDate, Kind, Reference) = said;
        }

        IsWhole &= said == (BusinessDate, Kind, Reference);
        _lines.Add(new(row.Read<string>(), new Money(row.Read<long>()), new Money(row.Read<long>())));
        _hashes.Add(row.Read<byte[]>());
    }

    /// <summary>The entry as it was written, if nobody altered it.</summary>
    public JournalEntry ToEntry() => new(Kind, Reference, _lines);
}
