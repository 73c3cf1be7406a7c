using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>The sender inside of a host that serves.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ServedSenderTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Serve_EndsWithWordsAndExitCode1_WhenItsSenderMeetsWhatNoRetryMends(bool isThereAtTheStart)
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        var port = SendingBench.FreePort();
        bench.UseKannel(new($"http://127.0.0.1:{port}/cgi-bin/sendsms"), new($"http://127.0.0.1:{port}/r"), "cycle", "secret");
        await UnreadableAsync(bench, isThereAtTheStart);
        using var serve = bench.Start("serve", "--urls", "http://127.0.0.1:0", "--workers", "1");
        if (!isThereAtTheStart)
        {
            (await serve.StandardOutput.ReadLineAsync())!.ShouldStartWith("Cycle listens on ");
            await UnreadableAsync(bench, isThere: true);
        }

        var ended = (await CycleBench.EndAsync(serve).WaitAsync(TimeSpan.FromMinutes(2))).ShouldEnd(1);

        ended.Output.ShouldContain("Column 'text' is null");
        ended.Errors.ShouldBe(
            "A part of this host could not go on, as said above, and the others were stopped with it. Remove the cause, then start it again.\n");
    }

    /// <summary>A message that cannot be read by who claims it.</summary>
    private static async Task UnreadableAsync(CycleBench bench, bool isThere) => await bench.ExecuteAsync(
        $"""
        alter table messages alter text drop not null;
        insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway)
        select '2026-08-18', 'A1', 'SPEND_ALERT', '0812345678', 'th', null, 'k', 'kannel' where {isThere}
        """);
}
