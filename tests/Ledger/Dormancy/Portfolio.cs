using Cycle.Ledger.Accounts;
using Cycle.Ledger.Dormancy;

namespace Cycle.Ledger.Tests.Dormancy;

/// <summary>An account of some cards, quiet since its first business date of 20 January 2026, and what a night decides on it.</summary>
internal static class Portfolio
{
    public const int Months = 6;

    public static AccountActivity AccountOf(params Card[] cards) => new(
        "A1", cards, FirstBusinessDate: Day("2026-01-20"), MasterLastMovement: null, LastMovement: null,
        Balance: Money.Zero, PlansToCome: Money.Zero);

    public static Card Card(
        string id, CardRole role = CardRole.Primary, string approved = "2019-01-01", string? activated = null,
        string? cancelled = null) => new(
        id, "A1", role, "visa", "1234", "HOLDER", Day(approved), activated is null ? null : Day(activated),
        cancelled is null ? null : Day(cancelled));

    public static IReadOnlyList<string> Text(AccountActivity account, string night) => Text(account, Day(night));

    public static IReadOnlyList<string> Text(AccountActivity account, DateOnly night) =>
        [.. CardCancellations.Decide(account, night, Months).Cancellations.Select(c => $"{c.CardId} {c.ReasonName}")];
}
