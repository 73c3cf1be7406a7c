using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Tariffs;

/// <summary>A card product of the tariff (rules.md section 2).</summary>
/// <param name="Code">As the master file names it.</param>
/// <param name="Name">As a person reads it.</param>
/// <param name="DueDays">Days from the nominal statement day to the nominal due day, 1 to 31 (the interest-free days less 30).</param>
/// <param name="EntrancePrimary">Entrance fee of a primary card.</param>
/// <param name="EntranceSupplementary">Entrance fee of a supplementary card.</param>
/// <param name="AnnualPrimary">Annual fee of a primary card.</param>
/// <param name="AnnualSupplementary">Annual fee of a supplementary card.</param>
public sealed record Product(
    string Code,
    string Name,
    Dated<int> DueDays,
    Dated<Money> EntrancePrimary,
    Dated<Money> EntranceSupplementary,
    Dated<Money> AnnualPrimary,
    Dated<Money> AnnualSupplementary)
{
    /// <summary>The greatest number of due days that a tariff can have; its reader refuses more. No statement has longer to be paid.</summary>
    public const int MostDueDays = 31;

    /// <summary>How it earns points; none when it earns none.</summary>
    public Dated<PointTerms>? Points { get; init; }

    /// <summary>The entrance fee of a card on a date.</summary>
    public Money EntranceFee(CardRole role, DateOnly date) =>
        (role == CardRole.Primary ? EntrancePrimary : EntranceSupplementary).On(date);

    /// <summary>The annual fee of a card on a date.</summary>
    public Money AnnualFee(CardRole role, DateOnly date) =>
        (role == CardRole.Primary ? AnnualPrimary : AnnualSupplementary).On(date);
}
