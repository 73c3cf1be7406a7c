using System.Text.Json;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>
/// Carries accounts to the pure core: one COPY out for accounts with their states, one for terms, one for postings, one for originals,
/// each account by account (<see cref="Sql.OfEach"/>).
/// </summary>
/// <param name="connection">An open connection; reads see its transaction.</param>
/// <param name="asOf">The moment the accounts are read at.</param>
public sealed class AccountCycleReader(NpgsqlConnection connection, AsOf asOf)
{
    /// <summary>Reads accounts as they stand.</summary>
    /// <param name="connection">An open connection; reads see its transaction.</param>
    public AccountCycleReader(NpgsqlConnection connection)
        : this(connection, AsOf.Now)
    {
    }

    /// <summary>Accounts by name, in order of account id.</summary>
    /// <param name="accountIds">Their tokens, each once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<StoredAccount>> ReadAsync(IReadOnlyList<string> accountIds, CancellationToken cancellationToken) =>
        accountIds.Count == 0 ? Task.FromResult<IReadOnlyList<StoredAccount>>([]) : ReadAsync(Sql.Selection(accountIds), cancellationToken);

    /// <summary>The accounts of a selection, in order of account id.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once; made of constants, dates and numbers only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<StoredAccount>> ReadAsync(string selection, CancellationToken cancellationToken)
    {
        var accounts = await ReadAccountsAsync(selection, cancellationToken);
        if (accounts.Count == 0)
        {
            return [];
        }

        var terms = await ReadTermsAsync(selection, cancellationToken);
        var postings = await new PostingReader(connection, asOf).ReadAsync(selection, cancellationToken);
        var hasOriginals = postings.Values.Any(list => list.Any(posting => posting.OriginalPostingId is not null));
        var originals = hasOriginals ? await ReadOriginalsAsync(selection, cancellationToken) : [];
        return [.. accounts.Select(account => account with
        {
            Cycle = account.Cycle with
            {
                History = new AccountHistory(terms[account.AccountId]),
                Postings = postings.GetValueOrDefault(account.AccountId) ?? [],
                Originals = originals.GetValueOrDefault(account.AccountId) ?? NoOriginals,
            },
        })];
    }

    private static readonly Dictionary<string, Posting> NoOriginals = [];
    private static readonly AccountHistory NoHistoryYet = new([new(DateOnly.MinValue, 1, false)]);

    private async Task<List<StoredAccount>> ReadAccountsAsync(string selection, CancellationToken cancellationToken)
    {
        var accounts = new List<StoredAccount>();
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select a.account_id, a.customer_id, a.customer_name, a.product, a.secured, a.credit_limit, a.statement_day,
                       a.language, a.mobile, a.sms_opt_in, a.address_1, a.address_2, a.address_3, a.postcode,
                       a.first_date, a.last_movement_date, a.last_movement, s.state::text
                from {Sql.OfEach(selection, "accounts", "a")}
                left join lateral (
                    select state from account_states where account_id = a.account_id and cut_date = {asOf.LastCut} offset 0) s on true
                order by a.account_id
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            accounts.Add(ReadAccount(rows));
        }

        return accounts;
    }

    private static StoredAccount ReadAccount(NpgsqlBinaryExporter row)
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
        var masterLastMovement = Date(row);
        var lastMovement = Date(row);
        var state = row.IsNull
            ? Skipped(row)
            : JsonSerializer.Deserialize(row.Read<byte[]>(NpgsqlDbType.Text), LedgerJson.Default.AccountState)!;
        return new(new(account, NoHistoryYet, state, [], NoOriginals), firstDate, masterLastMovement, lastMovement);
    }

    private static AccountState Skipped(NpgsqlBinaryExporter row)
    {
        row.Skip();
        return AccountState.New;
    }

    private static DateOnly? Date(NpgsqlBinaryExporter row)
    {
        if (!row.IsNull)
        {
            return row.Read<DateOnly>();
        }

        row.Skip();
        return null;
    }

    private static string[] NotEmpty(params string[] lines) => [.. lines.Where(line => line.Length > 0)];

    private async Task<Dictionary<string, List<AccountTerms>>> ReadTermsAsync(string selection, CancellationToken cancellationToken)
    {
        var terms = new Dictionary<string, List<AccountTerms>>(StringComparer.Ordinal);
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select t.account_id, t.from_date, t.statement_day, t.secured
                from {Sql.OfEach(selection, "account_terms", "t")}
                order by t.account_id, t.from_date
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            Of(terms, rows.Read<string>()).Add(new(rows.Read<DateOnly>(), rows.Read<short>(), rows.Read<bool>()));
        }

        return terms;
    }

    private async Task<Dictionary<string, Dictionary<string, Posting>>> ReadOriginalsAsync(
        string selection, CancellationToken cancellationToken)
    {
        var originals = new Dictionary<string, Dictionary<string, Posting>>(StringComparer.Ordinal);
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select distinct on (p.posting_id) {PostingRow.Columns}
                from {Sql.OfEach(selection, "accounts", "a")}
                cross join lateral (
                    select original_posting_id from postings
                    where account_id = a.account_id and value_date > coalesce({asOf.LastCut}, '-infinity') and original_posting_id is not null
                    offset 0) credit
                cross join lateral (select * from postings where posting_id = credit.original_posting_id offset 0) p
                where p.value_date <= {asOf.LastCut}
                order by p.posting_id
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            var (accountId, posting) = PostingRow.Read(rows);
            Of(originals, accountId).Add(posting.PostingId, posting);
        }

        return originals;
    }

    private static T Of<T>(Dictionary<string, T> byAccount, string accountId)
        where T : new()
    {
        if (!byAccount.TryGetValue(accountId, out var list))
        {
            byAccount.Add(accountId, list = new T());
        }

        return list;
    }
}
