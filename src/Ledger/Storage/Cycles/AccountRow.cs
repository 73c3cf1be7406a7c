using System.Text.Json;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>An account's columns with its state at a cut, for COPY out.</summary>
internal static class AccountRow
{
    /// <summary>Of the account <c>a</c> and its state <c>s</c>, which an account that was never cut does not have.</summary>
    public const string Columns = """
        a.account_id, a.customer_id, a.customer_name, a.product, a.secured, a.credit_limit, a.statement_day,
        a.language, a.mobile, a.sms_opt_in, a.address_1, a.address_2, a.address_3, a.postcode,
        a.first_date, a.last_movement_date, a.last_movement, s.state::text
        """;

    private static readonly Dictionary<string, Posting> NoOriginals = [];
    private static readonly AccountHistory NoHistoryYet = new([new(DateOnly.MinValue, 1, false)]);

    /// <summary>Reads the account; its terms and postings are for the caller to put into its cycle.</summary>
    public static StoredAccount Read(NpgsqlBinaryExporter row)
    {
        var account = new Account(
            AccountId: row.Read<string>(),
            CustomerId: row.Read<string>(),
            CustomerName: row.Read<string>(),
            Product: row.Read<string>(),
            Secured: row.Read<bool>(),
            CreditLimit: new(row.Read<long>()),
            StatementDay: row.Read<short>(),
            Language: row.Read<string>() == "th" ? Language.Thai : Language.English,
            Mobile: row.Read<string>(),
            SmsOptIn: row.Read<bool>(),
            AddressLines: NotEmpty(row.Read<string>(), row.Read<string>(), row.Read<string>()),
            Postcode: row.Read<string>());
        var firstDate = row.Read<DateOnly>();
        var masterLastMovement = row.DateOrNull();
        var lastMovement = row.DateOrNull();
        return new(new(account, NoHistoryYet, State(row), [], NoOriginals), firstDate, masterLastMovement, lastMovement);
    }

    private static AccountState State(NpgsqlBinaryExporter row)
    {
        if (!row.IsNull)
        {
            return JsonSerializer.Deserialize(row.Read<byte[]>(NpgsqlDbType.Text), LedgerJson.Default.AccountState)!;
        }

        row.Skip();
        return AccountState.New;
    }

    private static string[] NotEmpty(params string[] lines) => [.. lines.Where(line => line.Length > 0)];
}
