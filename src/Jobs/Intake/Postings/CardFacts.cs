namespace Cycle.Jobs.Intake.Postings;

/// <summary>What judging a posting needs to know of its card.</summary>
/// <param name="AccountId">The card's account.</param>
/// <param name="Network">visa or mastercard.</param>
/// <param name="Activated">Activation, as the masters tell it.</param>
/// <param name="Cancelled">Cancellation, as the masters tell it.</param>
/// <param name="NightCancelledOn">The business date whose night cancelled it.</param>
/// <param name="LastCut">The account's last cut.</param>
internal sealed record CardFacts(
    string AccountId, string Network, DateOnly? Activated, DateOnly? Cancelled, DateOnly? NightCancelledOn, DateOnly? LastCut);
