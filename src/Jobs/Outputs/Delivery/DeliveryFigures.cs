using Cycle.Ledger;

namespace Cycle.Jobs.Outputs.Delivery;

/// <summary>Control totals of some statements.</summary>
/// <param name="Count">How many.</param>
/// <param name="NewBalance">What they come to.</param>
/// <param name="MinimumPayment">The least to pay of all.</param>
public sealed record DeliveryFigures(long Count, Money NewBalance, Money MinimumPayment)
{
    /// <summary>Of no statements.</summary>
    public static readonly DeliveryFigures None = new(0, Money.Zero, Money.Zero);

    /// <summary>Both together.</summary>
    public static DeliveryFigures operator +(DeliveryFigures left, DeliveryFigures right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(checked(left.Count + right.Count), left.NewBalance + right.NewBalance, left.MinimumPayment + right.MinimumPayment);
    }

    /// <summary>"7 statements, new balance 1,234.00, minimum 120.00".</summary>
    public override string ToString() => $"{Count} statements, new balance {NewBalance}, minimum {MinimumPayment}";
}
