using Cycle.Ledger.Accounts;

namespace Cycle.Rendering.Samples;

/// <summary>A card of a sample: the first is the primary one.</summary>
internal sealed record SampleCard(string CardId, string Role, string Last4, string HolderName)
{
    internal Card Of(string accountId) => new(
        CardId, accountId, Role == "primary" ? CardRole.Primary : CardRole.Supplementary, "mastercard", Last4, HolderName,
        new(2020, 1, 1), new(2020, 1, 9), null);
}
