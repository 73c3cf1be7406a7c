using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>SQL of the accounts that a night took something in of, a candidate of most steps.</summary>
internal static class TakenTonight
{
    /// <summary>
    /// Gives the column <c>account_id</c>, each account once. The rows are read as they lie and their accounts told from each other by hashing
    /// them (<see cref="Runs.PartitionQueue"/>); behind a fence, or the planner would rather walk the index of all accounts to have them sorted.
    /// </summary>
    /// <param name="night">The night.</param>
    /// <param name="condition">What postings <c>p</c> must meet besides.</param>
    public static string Accounts(Night night, string condition = "true") =>
        $"select distinct account_id from (select p.account_id from postings p where p.taken_on = {Sql.Date(night.Date)} and {condition} offset 0) taken";
}
