using System.Text.Json;
using Cycle.Ledger.Billing;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>The same life gives the same figures, in whatever order its postings are handed over.</summary>
public sealed class DeterminismProperties(ITestOutputHelper output)
{
    [Fact]
    public void Replaying_twice_is_identical() =>
        Properties.ForAll(output, RandomLives.Any, life => Text(life.Play().Cuts).ShouldBe(Text(life.Play().Cuts)));

    [Fact]
    public void The_order_in_which_postings_are_given_does_not_matter() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var play = life.Play();
            foreach (var ((cycle, cut), result) in play.Nights.Closed.Zip(play.Cuts))
            {
                foreach (var postings in new[] { cycle.Postings.Reverse(), cycle.Postings.OrderBy(p => p.Amount.Satang % 97) })
                {
                    var again = CycleCut.Close(
                        cycle with { Postings = [.. postings] }, cut, life.Tariff, RandomLife.Calendar, withAllocations: true);
                    Text(again).ShouldBe(Text(result));
                }
            }
        });

    [Fact]
    public void Nothing_of_a_close_is_left_in_its_inputs() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var play = life.Play();
            foreach (var ((cycle, cut), result) in play.Nights.Closed.Zip(play.Cuts))
            {
                var before = Text(cycle.State);
                Text(CycleCut.Close(cycle, cut, life.Tariff, RandomLife.Calendar, withAllocations: true)).ShouldBe(Text(result));
                Text(cycle.State).ShouldBe(before);
            }
        });

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
