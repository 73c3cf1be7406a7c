using Cycle.Jobs.Intake.Csv;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>Card masters.</summary>
internal sealed class CardMaster : MasterKind
{
    private const int AccountId = 1;
    private const int DigitsShown = 4;

    private static readonly string[] Names =
        ["card_id", "account_id", "role", "network", "last4", "holder_name", "approved_date", "activated_date", "cancelled_date"];

    /// <inheritdoc/>
    public override string[] Columns => Names;

    /// <inheritdoc/>
    public override string KeyName => "card_id";

    /// <inheritdoc/>
    public override string? ToldTable => "cards";

    /// <inheritdoc/>
    public override (string Name, NpgsqlDbType Type, string SqlType)[] Staged { get; } =
    [
        ("account_id", NpgsqlDbType.Text, "text collate \"C\""), ("role", NpgsqlDbType.Text, "text"), ("network", NpgsqlDbType.Text, "text"),
        ("last4", NpgsqlDbType.Text, "text"), ("holder_name", NpgsqlDbType.Text, "text"), ("approved_date", NpgsqlDbType.Date, "date"),
        ("activated_date", NpgsqlDbType.Date, "date"), ("cancelled_date", NpgsqlDbType.Date, "date"),
    ];

    /// <inheritdoc/>
    public override string[] Merge { get; } =
    [
        // A cancellation by a night stays whatever a master tells; the day an activation was first told is kept for the first fees.
        """
        insert into cards as c (card_id, account_id, role, network, last4, holder_name, approved_date, activated_date, cancelled_date,
            activation_known_on, told_on)
        select key, account_id, role, network, last4, holder_name, approved_date, activated_date, cancelled_date,
            case when activated_date is not null then $1::date end, $2
        from staged
        on conflict (card_id) do update set
            account_id = excluded.account_id, role = excluded.role, network = excluded.network, last4 = excluded.last4,
            holder_name = excluded.holder_name, approved_date = excluded.approved_date, activated_date = excluded.activated_date,
            cancelled_date = excluded.cancelled_date, activation_known_on = coalesce(c.activation_known_on, excluded.activation_known_on),
            told_on = excluded.told_on
        where (c.account_id, c.role, c.network, c.last4, c.holder_name, c.approved_date, c.activated_date, c.cancelled_date, c.told_on)
            is distinct from (excluded.account_id, excluded.role, excluded.network, excluded.last4, excluded.holder_name,
                excluded.approved_date, excluded.activated_date, excluded.cancelled_date, excluded.told_on)
        """,
    ];

    /// <inheritdoc/>
    public override MasterRow Read(CsvFile file)
    {
        var cells = new MasterCells(file, Names);
        if (!cells.AreComplete())
        {
            return cells.Row(cells.Text(0));
        }

        var (key, last4) = (cells.Key(0), file[4]);
        if (last4.Length != DigitsShown || !last4.All(char.IsAsciiDigit))
        {
            cells.Reject(RejectReasons.MalformedRow, $"last4 {Found.Text(last4)}; the last four digits of the card number expected.");
        }

        return cells.Row(
            key, cells.Key(AccountId), cells.Word(2, "primary", "supplementary"), cells.Word(3, "visa", "mastercard"), last4, cells.Text(5),
            cells.Date(6, mayBeBlank: false), cells.Date(7, mayBeBlank: true), cells.Date(8, mayBeBlank: true));
    }

    /// <inheritdoc/>
    public override async Task<Func<MasterRow, Rejection?>> LookUpAsync(
        NpgsqlConnection connection, IReadOnlyCollection<MasterRow> rows, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select account_id from accounts where account_id = any($1)", connection);
        command.Parameters.Add(new() { Value = rows.Select(Account).Distinct().ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(reader.GetString(0));
        }

        return row => known.Contains(Account(row)) ? null
            : new(RejectReasons.UnknownAccount, $"account_id {Found.Text(Account(row))} is on no account master; a known account expected.");
    }

    private static string Account(MasterRow row) => (string)row.Values[0]!;
}
