using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Billing;

/// <summary>A fee while a cycle is being computed.</summary>
internal sealed class WorkingFee(string postingId, string kind, DateOnly postingDate, DateOnly? billedOn, Money outstanding)
{
    public string PostingId => postingId;

    public string Kind => kind;

    public DateOnly PostingDate => postingDate;

    public DateOnly? BilledOn => billedOn;

    public Money Outstanding { get; private set; } = outstanding;

    public Money Pay(Money credit)
    {
        var paid = Money.Min(credit, Outstanding);
        Outstanding -= paid;
        return paid;
    }

    public OpenFee ToOpenFee(DateOnly cut) => new(postingId, kind, postingDate, billedOn ?? cut, Outstanding);
}
