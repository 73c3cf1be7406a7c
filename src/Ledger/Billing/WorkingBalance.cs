using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Billing;

/// <summary>
/// What is open on an account while a cycle is being computed, and the one place that says what a credit pays in which order
/// (rules.md section 4): billed fees, billed interest, billed principal, unbilled fees, unbilled principal, credit balance.
/// </summary>
internal sealed class WorkingBalance
{
    private readonly List<WorkingFee> _billedFees;
    private readonly List<WorkingInterest> _billedInterest;
    private readonly List<WorkingItem> _billedItems;
    private readonly List<WorkingFee> _unbilledFees = [];
    private readonly List<WorkingItem> _unbilledItems = [];

    public WorkingBalance(AccountState state)
    {
        _billedFees = [.. state.Fees.Select(
            fee => new WorkingFee(fee.PostingId, fee.Kind, fee.PostingDate, fee.BilledOn, fee.Outstanding))];
        _billedInterest = [.. state.Interest.Select(interest => new WorkingInterest(interest.BilledOn, interest.Outstanding))];
        _billedItems = [.. state.Items.Select(item => new WorkingItem(item))];
        Credit = state.Credit;
    }

    /// <summary>Kept only when somebody asks for an explanation.</summary>
    public List<Allocation>? Allocations { get; init; }

    public Money Credit { get; private set; }

    public IReadOnlyList<WorkingFee> BilledFees => _billedFees;

    public IReadOnlyList<WorkingInterest> BilledInterest => _billedInterest;

    public IReadOnlyList<WorkingItem> BilledItems => _billedItems;

    public IReadOnlyList<WorkingFee> UnbilledFees => _unbilledFees;

    public IReadOnlyList<WorkingItem> UnbilledItems => _unbilledItems;

    public IEnumerable<WorkingItem> Items => _billedItems.Concat(_unbilledItems);

    public Money BilledDebt =>
        Money.Sum(_billedFees.Select(fee => fee.Outstanding))
        + Money.Sum(_billedInterest.Select(interest => interest.Outstanding))
        + Money.Sum(_billedItems.Select(item => item.Principal));

    public Money UnbilledDebt =>
        Money.Sum(_unbilledFees.Select(fee => fee.Outstanding)) + Money.Sum(_unbilledItems.Select(item => item.Principal));

    public Money Total => BilledDebt + UnbilledDebt - Credit;

    /// <summary>Puts new principal in its place among the unbilled: posting date, then posting id.</summary>
    public void Add(WorkingItem item) => _unbilledItems.Insert(
        PlaceFor(_unbilledItems, item.PostingDate, item.PostingId, other => (other.PostingDate, other.PostingId)), item);

    /// <summary>Puts a new fee in its place among the unbilled.</summary>
    public void Add(WorkingFee fee)
    {
        if (fee.Outstanding.IsPositive)
        {
            _unbilledFees.Insert(
                PlaceFor(_unbilledFees, fee.PostingDate, fee.PostingId, other => (other.PostingDate, other.PostingId)), fee);
        }
    }

    /// <summary>Adds what a statement bills as interest on its date, and lets an existing credit balance pay it.</summary>
    public void BillInterest(DateOnly cut, Money interest)
    {
        if (interest.IsPositive)
        {
            _billedInterest.Add(new WorkingInterest(cut, interest));
            UseCreditBalance(cut);
        }
    }

    /// <summary>Lets a credit balance of an earlier day pay what has been booked since.</summary>
    public void UseCreditBalance(DateOnly day)
    {
        if (Credit.IsPositive)
        {
            var credit = Credit;
            Credit = Money.Zero;
            Pay(day, creditId: "", credit);
        }
    }

    /// <summary>Lets a credit first pay the outstanding principal of the original it names; a plan's parts oldest first.</summary>
    /// <returns>What is left of the credit.</returns>
    public Money PayNamed(DateOnly valueDate, string creditId, string originalId, Money credit)
    {
        var allocation = new CreditAllocation(valueDate, creditId, credit, Allocations);
        foreach (var item in Items.Where(item => item.PostingId == originalId))
        {
            allocation.PayNamed(item);
        }

        return allocation.Left;
    }

    /// <summary>Allocates a credit: here, and nowhere else, stands what it pays in which order.</summary>
    public void Pay(DateOnly valueDate, string creditId, Money credit)
    {
        var allocation = new CreditAllocation(valueDate, creditId, credit, Allocations);
        allocation.Pay(_billedFees);
        allocation.Pay(_billedInterest);
        allocation.Pay(_billedItems);
        allocation.Pay(_unbilledFees);
        allocation.Pay(_unbilledItems);
        Credit += allocation.Keep();
    }

    private static int PlaceFor<T>(List<T> list, DateOnly date, string id, Func<T, (DateOnly Date, string Id)> key)
    {
        var place = list.Count;
        while (place > 0 && Compare(key(list[place - 1]), (date, id)) > 0)
        {
            place--;
        }

        return place;
    }

    private static int Compare((DateOnly Date, string Id) left, (DateOnly Date, string Id) right) =>
        left.Date != right.Date ? left.Date.CompareTo(right.Date) : string.CompareOrdinal(left.Id, right.Id);
}
