using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Billing;

/// <summary>A statement's interest while a cycle is being computed.</summary>
internal sealed class WorkingInterest(DateOnly billedOn, Money outstanding)
{
    public DateOnly BilledOn => billedOn;

    public Money Outstanding { get; private set; } = outstanding;

    public Money Pay(Money credit)
    {
        var paid = Money.Min(credit, Outstanding);
        Outstanding -= paid;
        return paid;
    }

    public OpenInterest ToOpenInterest() => new(billedOn, Outstanding);
}
