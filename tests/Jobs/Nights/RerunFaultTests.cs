using Cycle.Jobs.Nights;
using Cycle.Jobs.Releases;
using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Files that cannot be written when an account is run later: what is told is what was done.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RerunFaultTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Rerun_ChangesNothing_WhenTheOutputFolderIsAFile()
    {
        await using var bench = await SetAsideBench.CreateAsync(postgres);
        var file = Path.Combine(bench.Output, "in the way");
        File.WriteAllText(file, "");
        var before = await StoreText.OfBusinessAsync(bench.Db);

        var failed = await Should.ThrowAsync<AccountFailedException>(bench.RerunInAsync(file));

        failed.Message.ShouldStartWith("Account A2 could not be run: ");
        failed.Message.ShouldEndWith(". Nothing was changed. Remove the cause, then run it again.");
        SameContent.Check(await StoreText.OfBusinessAsync(bench.Db), before, "an account whose files could not be written");
        (await bench.RerunAsync()).Dates.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rerun_ChangesNothing_WhenItsReportsCannotBeWritten()
    {
        await using var bench = await SetAsideBench.CreateAsync(postgres);
        var reports = Path.Combine(bench.Output, "reports");
        Directory.Delete(reports, recursive: true);
        File.WriteAllText(reports, "in the way");
        var before = await StoreText.OfBusinessAsync(bench.Db);

        await Should.ThrowAsync<AccountFailedException>(bench.RerunAsync());

        SameContent.Check(await StoreText.OfBusinessAsync(bench.Db), before, "an account whose reports could not be written");
    }

    [Fact]
    public async Task Rerun_IsToldAsDone_WhenItsMessagesCannotBeHandedOver()
    {
        await using var bench = await SetAsideBench.CreateAsync(postgres);
        var messages = Path.Combine(bench.Output, "messages");
        Directory.Delete(messages, recursive: true);
        File.WriteAllText(messages, "in the way");

        var unfinished = await Should.ThrowAsync<UnfinishedException>(bench.RerunAsync());

        unfinished.Message.ShouldStartWith("Account A2 was run, but messages could not be handed over: ");
        unfinished.Message.ShouldEndWith($". Remove the cause, then `cycle send --out '{bench.Output}'` hands them over.");
        (await bench.QueryAsync("select resolved_by from set_aside_accounts")).ShouldBe(["anan"]);
        (await bench.QueryAsync("select person, action, subject, reason from trail")).ShouldBe(["anan|account.rerun|account A2|product put right"]);
        (await File.ReadAllTextAsync(Path.Combine(bench.Output, "reports", "control-2026-08-18.json"))).ShouldContain("\"count\": 3");

        // What the command of the words does.
        File.Delete(messages);
        var gateway = new FileGateway(bench.Db, bench.Output);
        foreach (var date in await gateway.WaitingAsync(default))
        {
            await gateway.HandOverAsync(date, default);
        }

        (await bench.QueryAsync("select account_id, state from messages where business_date = '2026-08-19'")).ShouldBe(["A2|sent"]);
    }

    [Fact]
    public async Task Rerun_IsToldAsDone_WhenAReportCannotGetItsName()
    {
        await using var bench = await SetAsideBench.CreateAsync(postgres);
        var report = Path.Combine(bench.Output, "reports", "control-2026-08-18.json");
        File.Delete(report);
        Directory.CreateDirectory(report);

        var unfinished = await Should.ThrowAsync<UnfinishedException>(bench.RerunAsync());

        unfinished.Message.ShouldStartWith("Account A2 was run, but its control reports from 2026-08-18 on could not be put in their place: ");
        (await bench.QueryAsync("select count(*) from statements")).ShouldBe(["3"]);
        (await bench.QueryAsync("select state from messages where business_date = '2026-08-19'")).ShouldBe(["sent"]);
    }
}
