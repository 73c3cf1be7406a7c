using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger.Tariffs;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>Account masters.</summary>
/// <param name="tariff">Tells which products there are.</param>
internal sealed class AccountMaster(Tariff tariff) : MasterKind
{
    private static readonly string[] Names =
    [
        "account_id", "customer_id", "customer_name", "product", "secured", "credit_limit", "statement_day", "opened_date",
        "last_movement_date", "language", "mobile", "sms_opt_in", "address_1", "address_2", "address_3", "postcode",
    ];

    /// <inheritdoc/>
    public override string[] Columns => Names;

    /// <inheritdoc/>
    public override string KeyName => "account_id";

    /// <inheritdoc/>
    public override string? ToldTable => "accounts";

    /// <inheritdoc/>
    public override (string Name, NpgsqlDbType Type, string SqlType)[] Staged { get; } =
    [
        ("customer_id", NpgsqlDbType.Text, "text"), ("customer_name", NpgsqlDbType.Text, "text"), ("product", NpgsqlDbType.Text, "text"),
        ("secured", NpgsqlDbType.Boolean, "boolean"), ("credit_limit", NpgsqlDbType.Bigint, "bigint"),
        ("statement_day", NpgsqlDbType.Smallint, "smallint"), ("opened_date", NpgsqlDbType.Date, "date"),
        ("last_movement_date", NpgsqlDbType.Date, "date"), ("language", NpgsqlDbType.Text, "text"), ("mobile", NpgsqlDbType.Text, "text"),
        ("sms_opt_in", NpgsqlDbType.Boolean, "boolean"), ("address_1", NpgsqlDbType.Text, "text"), ("address_2", NpgsqlDbType.Text, "text"),
        ("address_3", NpgsqlDbType.Text, "text"), ("postcode", NpgsqlDbType.Text, "text"),
    ];

    /// <inheritdoc/>
    public override string[] Merge { get; } =
    [
        // Past days are still computed by the terms they had: a change is a row of its own from this business date on.
        """
        insert into account_terms (account_id, from_date, statement_day, secured)
        select s.key, $1, s.statement_day, s.secured
        from staged s left join accounts a on a.account_id = s.key
        where a.account_id is null or a.statement_day <> s.statement_day or a.secured <> s.secured
        on conflict (account_id, from_date) do update set statement_day = excluded.statement_day, secured = excluded.secured
        """,
        // What an account is told to say about its messages for the first time is no change; what it was before the night is kept once.
        """
        insert into message_choices (account_id, business_date, was_opted_in, was_language)
        select a.account_id, $1, a.sms_opt_in, a.language
        from staged s join accounts a on a.account_id = s.key
        where a.first_date < $1 and (a.sms_opt_in <> s.sms_opt_in or a.language <> s.language)
        on conflict (account_id, business_date) do nothing
        """,
        """
        insert into accounts as a (account_id, customer_id, customer_name, product, secured, credit_limit, statement_day, opened_date,
            last_movement_date, language, mobile, sms_opt_in, address_1, address_2, address_3, postcode, first_date, told_on)
        select key, customer_id, customer_name, product, secured, credit_limit, statement_day, opened_date,
            last_movement_date, language, mobile, sms_opt_in, address_1, address_2, address_3, postcode, $1, $2
        from staged
        on conflict (account_id) do update set
            customer_id = excluded.customer_id, customer_name = excluded.customer_name, product = excluded.product,
            secured = excluded.secured, credit_limit = excluded.credit_limit, statement_day = excluded.statement_day,
            opened_date = excluded.opened_date, last_movement_date = excluded.last_movement_date, language = excluded.language,
            mobile = excluded.mobile, sms_opt_in = excluded.sms_opt_in, address_1 = excluded.address_1, address_2 = excluded.address_2,
            address_3 = excluded.address_3, postcode = excluded.postcode, told_on = excluded.told_on
        where (a.customer_id, a.customer_name, a.product, a.secured, a.credit_limit, a.statement_day, a.opened_date, a.last_movement_date,
                a.language, a.mobile, a.sms_opt_in, a.address_1, a.address_2, a.address_3, a.postcode, a.told_on)
            is distinct from (excluded.customer_id, excluded.customer_name, excluded.product, excluded.secured, excluded.credit_limit,
                excluded.statement_day, excluded.opened_date, excluded.last_movement_date, excluded.language, excluded.mobile,
                excluded.sms_opt_in, excluded.address_1, excluded.address_2, excluded.address_3, excluded.postcode, excluded.told_on)
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

        return cells.Row(
            cells.Key(0), cells.Identifier(1), cells.Text(2), cells.Word(3, tariff.Products.Keys.ToList()), cells.Flag(4), cells.Satang(5),
            cells.Number(6, 1, 31), cells.Date(7, mayBeBlank: false), cells.Date(8, mayBeBlank: true), cells.Word(9, "th", "en"), cells.Text(10),
            cells.Flag(11), cells.Text(12), cells.Text(13), cells.Text(14), cells.Text(15));
    }
}
