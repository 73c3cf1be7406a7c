namespace Cycle.Ledger.Accounts;

/// <summary>All that one cut hands to the next. Nothing in it changes between cuts: a cycle is always computed from here and its postings.</summary>
/// <param name="LastCut">The last statement day closed in this system, whether a statement was made or not.</param>
/// <param name="LastStatement">The statement made at that cut, if one was.</param>
/// <param name="Credit">Credit balance, zero or above; above zero only when nothing else is open.</param>
/// <param name="Fees">Billed fees, oldest first.</param>
/// <param name="Interest">Billed interest, oldest statement first.</param>
/// <param name="Items">Billed principal in order of statement, posting date, posting id.</param>
/// <param name="Plans">Instalment plans with parts to come, in order of posting id.</param>
/// <param name="Buckets">Unfilled minimums, oldest first.</param>
public sealed record AccountState(
    DateOnly? LastCut,
    LastStatement? LastStatement,
    Money Credit,
    IReadOnlyList<OpenFee> Fees,
    IReadOnlyList<OpenInterest> Interest,
    IReadOnlyList<OpenItem> Items,
    IReadOnlyList<InstalmentPlan> Plans,
    IReadOnlyList<OverdueBucket> Buckets)
{
    /// <summary>An account that has never been cut and owes nothing.</summary>
    public static AccountState New { get; } = new(null, null, Money.Zero, [], [], [], [], []);

    /// <summary>What is owed at the cut; negative is a credit balance.</summary>
    public Money Balance =>
        Money.Sum(Fees.Select(fee => fee.Outstanding)) + Money.Sum(Interest.Select(interest => interest.Outstanding))
        + Money.Sum(Items.Select(item => item.Principal)) - Credit;

    /// <summary>
    /// Effective due dates of minimums older than the last statement's that the cycle begun at the cut has yet to judge: a due date may lie
    /// behind the next cut when the statement day changed, the holidays are long or the product's due days are many.
    /// </summary>
    public IEnumerable<DateOnly> OlderDueDatesToCome => Buckets
        .Where(bucket => bucket.StatementDate < LastCut && bucket.EffectiveDueDate >= LastCut)
        .Select(bucket => bucket.EffectiveDueDate);
}
