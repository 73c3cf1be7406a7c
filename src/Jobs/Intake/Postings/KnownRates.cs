using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>The tables of rates that serve the posting dates of rows, each looked up once and kept.</summary>
/// <param name="connection">The connection of the <see cref="MasterLookups"/>.</param>
internal sealed class KnownRates(NpgsqlConnection connection)
{
    private const int MostKept = 1_000;

    private readonly Dictionary<DateOnly, FxTable> _tables = [];

    /// <summary>Gives a row the rates of its posting date.</summary>
    /// <returns>False when they have to be looked up first.</returns>
    public bool TryGive(PostingRow row)
    {
        var isKnown = _tables.TryGetValue(row.PostingDate, out var table);
        row.Rates = table;
        return isKnown;
    }

    /// <summary>Looks up the rates of rows and gives them to these.</summary>
    public async Task LookUpAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (_tables.Count > MostKept)
        {
            _tables.Clear();
        }

        await LookupBatch.RunAsync(connection, [(LookupQueries.Fx([.. rows.Select(row => row.PostingDate).Distinct()]), Read)], cancellationToken);
        rows.ForEach(row => TryGive(row));
    }

    private void Read(NpgsqlDataReader reader)
    {
        var day = reader.GetFieldValue<DateOnly>(0);
        if (!_tables.TryGetValue(day, out var table))
        {
            _tables.Add(day, table = new FxTable(reader.DateOrNull(1)));
        }

        if (!reader.IsDBNull(2))
        {
            table.Add(reader.GetString(2), reader.GetString(3), reader.GetDecimal(4));
        }
    }
}
