using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Runs;

/// <summary>A range of accounts that one transaction works on.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Step">The step's number.</param>
/// <param name="Number">Its place in the step, from 0.</param>
/// <param name="FirstAccount">First account of the range.</param>
/// <param name="LastAccount">Last account of the range.</param>
/// <param name="Accounts">How many accounts were planned.</param>
/// <param name="FencingToken">Ours; the commit checks it.</param>
/// <param name="AccountIds">The accounts, as they were found when the step was planned; null where the candidates are to be asked again.</param>
public sealed record Partition(
    long RunId, short Step, int Number, string FirstAccount, string LastAccount, int Accounts, long FencingToken,
    IReadOnlyList<string>? AccountIds)
{
    /// <summary>SQL that is true of an account <c>candidate.account_id</c> that failed alone and waits for a person: nothing is done to it meanwhile.</summary>
    public const string Waits =
        "exists (select from set_aside_accounts waiting where waiting.account_id = candidate.account_id and waiting.resolved_at is null)";

    /// <summary>Whether it stands in the table that workers share; the account of a rerun does not.</summary>
    public bool IsShared => FencingToken > 0;

    /// <summary>
    /// SQL that gives the column <c>account_id</c> of the partition's accounts. It stands in every statement that reads for the partition,
    /// so it names the accounts: the candidates of a step are all of a night's postings or cards, and asking them again in each statement of
    /// each partition would cost the square of the portfolio.
    /// </summary>
    /// <param name="candidates">SQL that gives the column <c>account_id</c>: asked only where the accounts were not kept.</param>
    public string Select(string candidates) => AccountIds is { } ids
        ? Sql.Selection(ids)
        : $"""
          select candidate.account_id from ({candidates}) candidate
          where candidate.account_id between {Sql.Text(FirstAccount)} and {Sql.Text(LastAccount)} and not {Waits}
          """;
}
