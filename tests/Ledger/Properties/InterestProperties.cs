using Cycle.Ledger.Interest;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>What holds of interest whatever happened (rules.md section 5).</summary>
public sealed class InterestProperties(ITestOutputHelper output)
{
    [Fact]
    public void The_legs_are_those_that_a_day_by_day_reckoning_finds() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var play = life.Play();
            foreach (var (cut, expected) in new DailyInterest(life, play).Expected())
            {
                var statement = play.Statements.SingleOrDefault(s => s.StatementDate == cut);
                var legs = statement?.InterestLegs ?? [];
                legs.Select(l => $"{l.PostingId} {l.Kind} {l.From:o}..{l.To:o} {l.Principal} {l.AnnualRate} {l.Amount}")
                    .ShouldBe(expected, $"statement {cut:o}");
            }
        });

    [Fact]
    public void Legs_of_an_item_never_overlap_nor_cross_a_cut() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var play = life.Play();
            foreach (var legs in play.Statements.SelectMany(s => s.InterestLegs)
                .Where(leg => leg.Kind != ItemKind.Instalment).GroupBy(leg => leg.PostingId))
            {
                DateOnly? last = null;
                foreach (var leg in legs)
                {
                    leg.From.ShouldBeGreaterThan(last ?? DateOnly.MinValue);
                    leg.To.ShouldBeGreaterThanOrEqualTo(leg.From);
                    play.Nights.History.CutOnOrAfter(leg.From, leg.To).ShouldBe(leg.To);
                    leg.Amount.IsPositive.ShouldBeTrue();
                    last = leg.To;
                }
            }
        });

    [Fact]
    public void Interest_grows_with_principal_days_and_rate() =>
        Properties.ForAll(
            output,
            Arb.From(
                from principal in Gen.Choose(0, 2_000_000_000)
                from more in Gen.Choose(0, 100_000)
                from days in Gen.Choose(0, 400)
                from rate in Gen.Choose(0, 1_600)
                select (Principal: new Money(principal), More: new Money(more), Days: days, Rate: new PercentRate(rate))),
            c =>
            {
                var interest = Legs.Amount(c.Principal, c.Rate, c.Days);

                interest.ShouldBeGreaterThanOrEqualTo(Money.Zero);
                Legs.Amount(c.Principal + c.More, c.Rate, c.Days).ShouldBeGreaterThanOrEqualTo(interest);
                Legs.Amount(c.Principal, c.Rate, c.Days + 1).ShouldBeGreaterThanOrEqualTo(interest);
                Legs.Amount(c.Principal, new(c.Rate.BasisPoints + 1), c.Days).ShouldBeGreaterThanOrEqualTo(interest);
            });

    [Fact]
    public void Rounding_is_within_half_a_satang_and_symmetric() =>
        Properties.ForAll(
            output,
            Arb.From(
                from numerator in Gen.Choose(int.MinValue + 1, int.MaxValue)
                from denominator in Gen.Choose(1, 10_000_000)
                select (Numerator: (Int128)numerator, Denominator: (Int128)denominator)),
            c =>
            {
                var rounded = Rounding.HalfAwayFromZero(c.Numerator, c.Denominator);
                var error = Int128.Abs((rounded * c.Denominator) - c.Numerator) * 2;

                error.ShouldBeLessThanOrEqualTo(c.Denominator);
                (error < c.Denominator || Int128.Abs(rounded * c.Denominator) > Int128.Abs(c.Numerator)).ShouldBeTrue();
                Rounding.HalfAwayFromZero(-c.Numerator, c.Denominator).ShouldBe(-rounded);
            });
}
