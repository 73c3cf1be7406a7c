using System.Text.Json;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Opening;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>An account that is handed over at a cut goes on as if it had never moved.</summary>
public sealed class OpeningProperties(ITestOutputHelper output)
{
    [Fact]
    public void A_state_survives_being_handed_over() => Properties.ForAll(output, RandomLives.Any, life =>
    {
        foreach (var (nights, _) in AtEachCut(life))
        {
            Text(Opened(life, nights).State).ShouldBe(Text(Plain(nights.State)));
        }
    });

    [Fact]
    public void An_account_goes_on_the_same_after_being_handed_over() => Properties.ForAll(output, RandomLives.Any, life =>
    {
        // One cut of each life, another from life to life.
        var whole = life.Play().Cuts;
        var (nights, cut) = AtEachCut(life).ElementAt(life.Arrivals.Count % (whole.Count - 1));
        var rest = Opened(life, nights);
        for (var night = cut.AddDays(1); night <= RandomLife.Last; night = night.AddDays(1))
        {
            rest.Run(night, life.Arrivals.Where(arrival => arrival.Taken == night));
        }

        rest.Cuts.Count.ShouldBeGreaterThan(0);
        rest.Cuts.Select(Figures).ShouldBe(whole.Skip(whole.Count - rest.Cuts.Count).Select(Figures));
        whole.Count.ShouldBe(nights.Cuts.Count + rest.Cuts.Count);
    });

    /// <summary>The account as it stands after each of its cuts.</summary>
    private static IEnumerable<(AccountNights Nights, DateOnly Cut)> AtEachCut(RandomLife life)
    {
        var nights = life.Nights();
        for (var night = RandomLife.First; night <= RandomLife.Last; night = night.AddDays(1))
        {
            nights.Run(night, life.Arrivals.Where(arrival => arrival.Taken == night));
            if (nights.State.LastCut == night)
            {
                yield return (nights, night);
            }
        }
    }

    private static AccountNights Opened(RandomLife life, AccountNights from)
    {
        var cut = from.State.LastCut!.Value;
        var opening = new HandedOver(from).Account;
        var terms = new OpeningTerms(
            from.History, life.Tariff.Product(life.Product).DueDays.On(cut), RandomLife.Calendar, cut.AddDays(1));
        OpeningCheck.Problems(opening, terms).ShouldBeEmpty();
        var nights = life.Nights();
        nights.Open(OpeningState.Of(opening, RandomLife.Calendar), OpeningPostings.Of(opening, terms.BusinessDate));
        return nights;
    }

    /// <summary>What was outstanding when, on items that will never bear interest, is not handed over.</summary>
    private static AccountState Plain(AccountState state) => state with
    {
        Items = [.. state.Items.Select(item => item.Grace == Grace.Kept
            ? item with { Steps = [new(state.LastCut!.Value.AddDays(1), item.Principal)] }
            : item)],
    };

    private static string Figures(CutResult cut) => Text(cut with { State = Plain(cut.State) });

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
