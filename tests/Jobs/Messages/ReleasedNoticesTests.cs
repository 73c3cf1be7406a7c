using Cycle.Jobs.Releases;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Messages;

[Collection(PostgresCollection.Name)]
public sealed class ReleasedNoticesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Release_TellsHowManyMessagesWentOut_WithoutThoseForKannelAndDeadLetters()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        var desk = new ReleaseDesk(bench.Db, new FileGateway(bench.Db, bench.Output));
        await desk.RequireAsync(isRequired: true, "mali", "the rule of the house", default);
        await bench.ExecuteAsync(
            """
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway, state)
            select '2026-08-18', 'A' || n, 'DUE_NOTICE', '0800000001', 'en', 'Due', 'due:A' || n || ':2026-08-05', gateway, state
            from (values (1, 'file', 'queued'), (2, 'file', 'queued'), (3, 'kannel', 'queued'), (4, 'kannel', 'dead')) m (n, gateway, state)
            """);

        (await desk.RequireAsync(isRequired: false, "mali", "one pair is enough", default)).ShouldBe(2);

        (await bench.QueryAsync("select gateway, state from messages order by message_id")).ShouldBe(["file|sent", "file|sent", "kannel|queued", "kannel|dead"]);
    }
}
