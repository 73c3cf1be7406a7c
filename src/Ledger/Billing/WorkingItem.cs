using Cycle.Ledger.Accounts;
using Cycle.Ledger.Interest;

namespace Cycle.Ledger.Billing;

/// <summary>Principal while a cycle is being computed: an open item whose steps grow as credits are allocated to it.</summary>
internal sealed class WorkingItem
{
    private readonly List<PrincipalStep> _steps;

    public WorkingItem(OpenItem item)
    {
        (PostingId, Part, Kind) = (item.PostingId, item.Part, item.Kind);
        (PostingDate, BilledOn, Grace) = (item.PostingDate, item.BilledOn, item.Grace);
        _steps = [.. item.Steps];
    }

    /// <summary>An item of this cycle; it accrues, should it ever, from <paramref name="accrueFrom"/>.</summary>
    public WorkingItem(string postingId, int part, ItemKind kind, DateOnly postingDate, DateOnly accrueFrom, Money amount)
    {
        (PostingId, Part, Kind, PostingDate) = (postingId, part, kind, postingDate);
        Grace = kind == ItemKind.CashAdvance ? Grace.None : Grace.Pending;
        _steps = [new(accrueFrom, amount)];
    }

    public string PostingId { get; }

    public int Part { get; }

    public ItemKind Kind { get; }

    public DateOnly PostingDate { get; }

    /// <summary>The statement that first billed it; none yet for an item of this cycle.</summary>
    public DateOnly? BilledOn { get; }

    public Grace Grace { get; set; }

    /// <summary>A reversed original bears no interest that was not billed before.</summary>
    public bool IsReversed { get; set; }

    public Money Principal => _steps[^1].Principal;

    public IReadOnlyList<PrincipalStep> Steps => _steps;

    /// <summary>Takes as much of a credit as is outstanding, from its value date on.</summary>
    /// <returns>What was taken.</returns>
    public Money Pay(DateOnly valueDate, Money credit)
    {
        var paid = Money.Min(credit, Principal);
        if (paid.IsPositive)
        {
            var step = new PrincipalStep(valueDate, Principal - paid);
            if (_steps[^1].From >= valueDate)
            {
                // The first day already counts the reduced principal; several credits of a day are one step.
                _steps[^1] = step with { From = _steps[^1].From };
            }
            else
            {
                _steps.Add(step);
            }
        }

        return paid;
    }

    /// <summary>The item as the next cycle finds it.</summary>
    /// <param name="cut">The statement date just billed.</param>
    /// <param name="billedThrough">Whether its interest is billed through the cut, so that only days after it are still open.</param>
    public OpenItem ToOpenItem(DateOnly cut, bool billedThrough) => new(
        PostingId, Part, Kind, PostingDate, BilledOn ?? cut, Grace,
        billedThrough ? [new(cut.AddDays(1), Principal)] : [.. _steps]);
}
