namespace Cycle.Ledger.Billing;

/// <summary>
/// One credit on its way through the debts it pays: each takes what it can of what is left, and what was paid is noted. In which order
/// the debts come is not decided here but by <see cref="WorkingBalance"/>. It lives on the stack: there is one for every credit of every cycle.
/// </summary>
/// <param name="valueDate">The day it counts.</param>
/// <param name="creditId">The posting that brought it; empty when it is an earlier credit balance.</param>
/// <param name="credit">How much it is.</param>
/// <param name="notes">Where what was paid is noted; null when nobody asks.</param>
internal ref struct CreditAllocation(DateOnly valueDate, string creditId, Money credit, List<Allocation>? notes)
{
    private Money _left = credit;

    /// <summary>What has paid nothing so far.</summary>
    public readonly Money Left => _left;

    /// <summary>Pays fees, all billed or all unbilled.</summary>
    public void Pay(List<WorkingFee> fees)
    {
        foreach (var fee in fees)
        {
            var target = fee.BilledOn is null ? AllocationTarget.UnbilledFee : AllocationTarget.BilledFee;
            Take(fee.Pay(_left), target, fee.PostingId, fee.BilledOn);
        }
    }

    /// <summary>Pays billed interest.</summary>
    public void Pay(List<WorkingInterest> billed)
    {
        foreach (var interest in billed)
        {
            Take(interest.Pay(_left), AllocationTarget.BilledInterest, "", interest.BilledOn);
        }
    }

    /// <summary>Pays principal, all billed or all unbilled.</summary>
    public void Pay(List<WorkingItem> items)
    {
        foreach (var item in items)
        {
            var target = item.BilledOn is null ? AllocationTarget.UnbilledPrincipal : AllocationTarget.BilledPrincipal;
            Take(item.Pay(valueDate, _left), target, item.PostingId, item.BilledOn);
        }
    }

    /// <summary>Pays principal of the original that the credit names.</summary>
    public void PayNamed(WorkingItem item) =>
        Take(item.Pay(valueDate, _left), AllocationTarget.NamedPrincipal, item.PostingId, item.BilledOn);

    /// <summary>Leaves the rest as a credit balance. What is left of an earlier credit balance stays one: nothing happened to it.</summary>
    /// <returns>The rest.</returns>
    public Money Keep()
    {
        var rest = _left;
        if (creditId.Length > 0)
        {
            Take(rest, AllocationTarget.CreditBalance, "", null);
        }

        return rest;
    }

    private void Take(Money paid, AllocationTarget target, string postingId, DateOnly? billedOn)
    {
        if (paid.IsPositive)
        {
            notes?.Add(new(valueDate, creditId, target, postingId, billedOn, paid));
        }

        _left -= paid;
    }
}
