using Cycle.Jobs.Nights;
using Cycle.Jobs.Outputs;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Statements;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>Explains a statement: computes it again from the state before it, with the tariff that made it, and says where every figure comes from.</summary>
/// <param name="database">The store.</param>
public sealed class Explainer(NpgsqlDataSource database)
{
    /// <summary>Explains one statement.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">There is no such statement.</exception>
    public Task<Explanation> ExplainAsync(string accountId, DateOnly statementDate, CancellationToken cancellationToken) =>
        ExplainAsync(accountId, statementDate, Language.English, cancellationToken);

    /// <summary>Explains one statement in the reader's language.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="language">What the sentences are in; figures, dates and codes are the same in each.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">There is no such statement.</exception>
    public async Task<Explanation> ExplainAsync(
        string accountId, DateOnly statementDate, Language language, CancellationToken cancellationToken)
    {
        var texts = ReasonTexts.In(language);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var stored = await FindAsync(connection, accountId, statementDate, cancellationToken);
        var tariff = (await TariffRecord.ReadAsync(connection, stored.TariffSha256, cancellationToken)).Tariff;
        var calendar = await Holidays.ReadAsync(connection, cancellationToken);
        var account = (await new AccountCycleReader(connection, AsOf.BeforeCutOf(statementDate)).ReadAsync(
            $"select account_id from accounts where account_id = {Sql.Text(accountId)}", cancellationToken))[0];
        var cycle = account.Cycle with { Account = stored.Holder.Account };
        var again = CycleCut.Close(cycle, statementDate, tariff, calendar, withAllocations: true);
        var figures = new FigureReasons(stored.Statement, cycle, again, tariff, texts);
        return new(
            stored.Statement, $"{stored.TariffId} (SHA-256 {stored.TariffSha256})", figures.Grace(), figures.All(),
            again.Allocations, Differences(stored.Statement, again.Statement, texts));
    }

    private static async Task<StoredStatement> FindAsync(
        NpgsqlConnection connection, string accountId, DateOnly statementDate, CancellationToken cancellationToken)
    {
        var condition = $"s.account_id = {Sql.Text(accountId)} and s.statement_date = {Sql.Date(statementDate)}";
        await foreach (var stored in new StatementReader(connection).ReadAsync(condition, cancellationToken))
        {
            return stored;
        }

        throw new RefusedException($"Account {accountId} has no statement of {statementDate:yyyy-MM-dd}. Check the account and the date.");
    }

    /// <summary>A statement computed again must be the one that was issued; if it is not, the auditor must hear it first.</summary>
    private static List<string> Differences(Statement issued, Statement? again, ReasonTexts texts)
    {
        if (again is null)
        {
            return [texts.Say("again.none")];
        }

        var differences = new List<string>();
        foreach (var ((name, was), (_, now)) in StatementsJson.Sums(issued).Zip(StatementsJson.Sums(again)))
        {
            if (was != now)
            {
                differences.Add(texts.Say("again.sum", texts.Named(name), was, now));
            }
        }

        if (!issued.InterestLegs.SequenceEqual(again.InterestLegs) || !issued.Lines.SequenceEqual(again.Lines))
        {
            differences.Add(texts.Say("again.lines"));
        }

        return differences;
    }
}
