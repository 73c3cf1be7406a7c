namespace Cycle.Bench.Portfolio;

/// <summary>A card as the masters tell it.</summary>
internal sealed record CardProfile(
    string CardId, bool IsPrimary, string Last4, string Embossed, DateOnly Approved, DateOnly? Activated, DateOnly? Cancelled)
{
    /// <summary>Whether it can be used on a day.</summary>
    public bool IsUsable(DateOnly date) => Activated <= date && !(Cancelled <= date);
}
