using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Dormancy;

/// <summary>What decides whether an account's cards are cancelled.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Cards">All its cards, cancelled ones too.</param>
/// <param name="FirstBusinessDate">The account's first business date in this system.</param>
/// <param name="MasterLastMovement">The last movement the master file tells, if any.</param>
/// <param name="LastMovement">Posting date of the last movement in this system, if any.</param>
/// <param name="Balance">What is owed; negative is a credit balance.</param>
/// <param name="PlansToCome">Instalment parts not posted yet.</param>
public sealed record AccountActivity(
    string AccountId,
    IReadOnlyList<Card> Cards,
    DateOnly FirstBusinessDate,
    DateOnly? MasterLastMovement,
    DateOnly? LastMovement,
    Money Balance,
    Money PlansToCome);
