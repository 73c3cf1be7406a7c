using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>
/// What the close is held against: its inputs by COPY out, unsorted and unjoined, and the rows it wrote by COPY in, in one durable
/// transaction over one connection, into empty tables of the same columns with their primary keys only. Nothing is computed.
/// </summary>
/// <param name="OutSeconds">Inputs read.</param>
/// <param name="InSeconds">Rows written, commit included.</param>
internal sealed record CloseFloor(double OutSeconds, double InSeconds)
{
    private const string Booked = "'INSTALMENT', 'INTEREST', 'ALLOCATION'";

    private static readonly string Before = $"'{NightDays.First:yyyy-MM-dd}'";
    private static readonly string Tonight = $"'{NightDays.Measured:yyyy-MM-dd}'";

    private static readonly string[] Inputs =
    [
        "select * from accounts",
        $"select account_id, state from account_states where cut_date = {Before}",
        "select account_id, from_date, statement_day, secured from account_terms",
        $"""
        select account_id, posting_id, card_id, kind, transaction_date, posting_date, value_date, taken_on, currency, original_amount, amount,
               fee_cash_advance, fee_cash_advance_vat, fee_fx_risk, fee_tax_payment, merchant, original_posting_id, instalment_months
        from postings where value_date > {Before}
        """,
        "select * from cards",
        "select account_id, entry, hash, balance from journal_heads",
    ];

    private static readonly (string Table, string Columns, string Key, string Where)[] Outputs =
    [
        ("statements", "*", "statement_date, account_id", $"where statement_date = {Tonight}"),
        ("account_states", "*", "account_id, cut_date", $"where cut_date = {Tonight}"),
        ("journal", "*", "account_id, entry, line", $"where business_date = {Tonight} and kind in ({Booked})"),
        ("journal_heads", "*", "account_id", ""),
        ("accounts", "account_id, last_cut, due_date, effective_due_date, last_movement", "account_id", ""),
    ];

    public double Seconds => OutSeconds + InSeconds;

    public static async Task<CloseFloor> MeasureAsync(NpgsqlConnection connection, string folder)
    {
        foreach (var (table, columns, key, where) in Outputs)
        {
            var file = FileOf(folder, table);
            if (!File.Exists(file))
            {
                await RawCopy.SaveAsync(connection, $"select {columns} from {table} {where} order by {key}", file);
            }

            await RawCopy.RunAsync(connection, $"create table floor_{table} as select {columns} from {table} with no data");
            await RawCopy.RunAsync(connection, $"alter table floor_{table} add primary key ({key})");
        }

        var outSeconds = await RawCopy.TimeAsync(connection, async () =>
        {
            foreach (var input in Inputs)
            {
                await RawCopy.DrainAsync(connection, input);
            }
        });
        var inSeconds = await RawCopy.TimeAsync(connection, async () =>
        {
            foreach (var (table, _, _, _) in Outputs)
            {
                await RawCopy.SendAsync(connection, $"floor_{table}", FileOf(folder, table));
            }
        });
        foreach (var (table, _, _, _) in Outputs)
        {
            await RawCopy.RunAsync(connection, $"drop table floor_{table}");
        }

        return new(outSeconds, inSeconds);
    }

    private static string FileOf(string folder, string table) => Path.Combine(folder, $"floor-{table}.bin");
}
