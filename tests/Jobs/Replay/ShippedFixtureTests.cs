using Cycle.Jobs.Replay;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Replay;

/// <summary>Every shipped case, replayed as a user would: each rule and edge has one, with reviewed outcomes.</summary>
[Collection(ReplayCollection.Name)]
public sealed class ShippedFixtureTests(PostgresFixture postgres)
{
    private const int AtLeast = 40;

    [Fact]
    public async Task ShippedFixtures_AgreeByteForByte_WithWhatWasReviewed()
    {
        var cases = Directory.EnumerateDirectories(Checkout.Fixtures).Order(StringComparer.Ordinal)
            .Select(folder => FixtureCase.Load(folder, Checkout.Tariffs)).ToList();
        var replayer = new Replayer(postgres.AdminConnectionString, new(Output: null, UpdatesExpected: false, Workers: 2, Checkout.Tariffs));

        var results = new List<ReplayResult>();
        await foreach (var result in replayer.RunAsync(cases, lanes: Environment.ProcessorCount, CancellationToken.None))
        {
            results.Add(result);
        }

        results.Count.ShouldBeGreaterThanOrEqualTo(AtLeast);
        results.Where(result => !result.Agrees).Select(result => $"{result.Name}: {string.Join('\n', result.Differences)}").ShouldBeEmpty();
        results.Where(result => result.Compared == 0).Select(result => result.Name).ShouldBeEmpty();
    }

    [Fact]
    public void ShippedFixtures_SayWhatTheyShowAndWhere_Always()
    {
        foreach (var folder in Directory.EnumerateDirectories(Checkout.Fixtures))
        {
            var text = File.ReadAllText(Path.Combine(folder, "case.json"));
            text.ShouldContain("\"title\"", customMessage: folder);
            text.ShouldContain("\"source\"", customMessage: folder);
        }
    }
}
