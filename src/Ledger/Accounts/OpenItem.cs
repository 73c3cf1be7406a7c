using Cycle.Ledger.Interest;

namespace Cycle.Ledger.Accounts;

/// <summary>Billed principal that is not paid off at a cut.</summary>
/// <param name="PostingId">The posting that made it.</param>
/// <param name="Part">Number of the instalment part, from 1; zero for anything else.</param>
/// <param name="Kind">The kind of principal.</param>
/// <param name="PostingDate">When it was booked.</param>
/// <param name="BilledOn">The statement that first billed it.</param>
/// <param name="Grace">Where it stands with interest-free days.</param>
/// <param name="Steps">Principal over the days whose interest is not billed yet; at least one step, in order.</param>
public sealed record OpenItem(
    string PostingId,
    int Part,
    ItemKind Kind,
    DateOnly PostingDate,
    DateOnly BilledOn,
    Grace Grace,
    IReadOnlyList<PrincipalStep> Steps)
{
    /// <summary>What is outstanding.</summary>
    public Money Principal => Steps[^1].Principal;
}
