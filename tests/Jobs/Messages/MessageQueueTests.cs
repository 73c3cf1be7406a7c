using Cycle.Jobs.Messages;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Messages;

/// <summary>Senders on hosts whose clocks differ share one queue.</summary>
[Collection(PostgresCollection.Name)]
public sealed class MessageQueueTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    // No host's clock is the database's.
    private static readonly DateTimeOffset Here = new(2026, 8, 18, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(100 * 365 * 86_400L)]
    public async Task Message_IsClaimedOnce_WhenAnotherSendersClockIsWrong(long secondsAhead)
    {
        await using var bench = await BenchAsync();
        var there = Here.AddSeconds(secondsAhead);
        var (first, second) = (new MessageQueue(bench.Db, Hold), new MessageQueue(bench.Db, Hold));

        (await first.ClaimAsync(Here, default)).ShouldNotBeNull().InterruptedSender.ShouldBeNull();

        (await second.ClaimAsync(there, default)).ShouldBeNull();
        var wait = (await second.NextDueAsync(there, default)).ShouldNotBeNull() - there;
        wait.ShouldBeInRange(TimeSpan.FromSeconds(1), Hold);
    }

    [Fact]
    public async Task Message_IsInDoubt_OnceItsClaimHasPassedByTheDatabasesClock()
    {
        await using var bench = await BenchAsync();
        var queue = new MessageQueue(bench.Db, Hold);
        await queue.ClaimAsync(Here, default);
        await bench.ExecuteAsync("update messages set claimed_at = claimed_at - interval '30 s'");

        (await queue.NextDueAsync(Here, default)).ShouldBe(Here);
        (await queue.ClaimAsync(Here, default)).ShouldNotBeNull().InterruptedSender.ShouldNotBeNull();
    }

    private async Task<NightBench> BenchAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        await bench.ExecuteAsync(
            """
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway)
            values ('2026-08-18', 'A1', 'SPEND_ALERT', '0800000001', 'en', 'Hello', 'k', 'kannel')
            """);
        return bench;
    }
}
