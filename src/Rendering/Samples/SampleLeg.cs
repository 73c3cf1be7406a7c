using Cycle.Ledger;
using Cycle.Ledger.Interest;

namespace Cycle.Rendering.Samples;

/// <summary>A leg of interest of a sample; its amount follows from principal, days and rate.</summary>
internal sealed record SampleLeg(string PostingId, ItemKind Kind, DateOnly From, DateOnly To, Money Principal)
{
    private const int DaysInYear = 365;

    internal InterestLeg Of(PercentRate rate)
    {
        var days = To.DayNumber - From.DayNumber + 1;
        var amount = Rounding.HalfAwayFromZero((Int128)Principal.Satang * rate.BasisPoints * days, (Int128)PercentRate.BasisPointsInOne * DaysInYear);
        return new(PostingId, Kind, From, To, Principal, rate, new(amount));
    }
}
