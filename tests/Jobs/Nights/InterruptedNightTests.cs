using Cycle.Jobs.Audit;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>However a night is interrupted, running it again leaves the same bytes as a night nobody disturbed.</summary>
[Collection(PostgresCollection.Name)]
public sealed class InterruptedNightTests(BusyNight night) : IClassFixture<BusyNight>
{
    /// <summary>Each table a night writes, where needed with the rows of one step.</summary>
    public static TheoryData<string, string> Tables => new()
    {
        { "file_refusals", "true" }, { "files", "new.kind = 'accounts'" }, { "files", "new.kind = 'postings'" }, { "accounts", "new.customer_name = 'Somsri Jaidee'" },
        { "fx_rates", "true" }, { "rejects", "true" }, { "postings", "new.posting_id = 'P10'" }, { "cancellations", "true" }, { "cards", "true" },
        { "postings", "new.file_name = '' and new.account_id = 'ANNUAL'" }, { "postings", "new.file_name = '' and new.account_id = 'LATE'" },
        { "exceptions", "true" }, { "messages", "new.kind = 'DUE_NOTICE'" }, { "messages", "new.kind = 'REVERSAL_ALERT'" },
        { "journal", "new.kind = 'REVERSAL'" }, { "journal_heads", "true" }, { "account_states", "new.account_id = 'CLOSED2'" }, { "statements", "true" },
        { "accounts", "new.last_cut = '2026-08-18'" }, { "journal", "new.kind = 'ALLOCATION'" }, { "rendered_statements", "true" },
        { "messages", "new.sent_at is not null" }, { "trial_balances", "true" }, { "control_reports", "true" },
    };

    [Fact]
    public async Task BusyNight_HasWorkForEveryStep_SoThatTheseTestsReachThemAll()
    {
        var bench = await night.OpenAsync();
        await bench.RunAsync(BusyNight.Date);

        (await bench.QueryAsync(
            $"select name from run_steps join runs using (run_id) where business_date = '{BusyNight.Date}' and units = 0 and name not in ('intake', 'send', 'report')"))
            .ShouldBeEmpty();
        (await bench.QueryAsync($"select kind, account_id from messages where business_date = '{BusyNight.Date}' order by 1, 2")).ShouldBe(
            ["DUE_NOTICE|NOTICED", "REVERSAL_ALERT|CLOSED1", "SPEND_ALERT|CLOSED1", "SPEND_ALERT|CLOSED1", "SPEND_ALERT|CLOSED2", "SPEND_ALERT|CLOSED2"]);
        (await bench.QueryAsync("select account_id from cancellations")).ShouldBe(["UNUSED"]);
        (await bench.QueryAsync("select account_id, kind from exceptions")).ShouldBe(["CLOSED2|OVER_LIMIT"]);
        (await bench.QueryAsync("select account_id, amount from postings where file_name = '' order by 1")).ShouldBe(["ANNUAL|150000", "LATE|5000"]);
    }

    [Fact]
    public async Task Outputs_AreTheSame_WhenTheNightWasCancelledAtAnyCallAndRunAgain()
    {
        var calls = 0;
        for (var goesOn = true; goesOn; calls++)
        {
            var bench = await night.OpenAsync();
            using var stop = new CancellationTokenSource();
            var progress = ToldProgress.AtCall(calls + 1, stop.Cancel);
            var ended = await Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date, progress, cancellationToken: stop.Token));

            goesOn = ended is not null;
            if (goesOn)
            {
                ended.ShouldBeAssignableTo<OperationCanceledException>(string.Join('\n', progress.Told));
                (await bench.QueryAsync($"select state, error from runs where business_date = '{BusyNight.Date}'")).ShouldBe(["stopped|stopped on request"]);
                await bench.RunAsync(BusyNight.Date);
            }

            await night.CheckAsync(bench, $"cancelled at call {calls + 1}: {progress.Told.LastOrDefault()}");
        }

        // Two calls at least for each of twelve steps.
        calls.ShouldBeGreaterThan(24);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Outputs_AreTheSame_WhenWritingATableFailedAndTheNightRanAgain(string table, string rows)
    {
        var bench = await night.OpenAsync();
        await FailAsync(bench, table, rows, "raise exception 'simulated fault';");
        var fault = await Should.ThrowAsync<PostgresException>(bench.RunAsync(BusyNight.Date));
        fault.MessageText.ShouldBe("simulated fault");
        (await bench.QueryAsync($"select state, error from runs where business_date = '{BusyNight.Date}'")).ShouldBe(["failed|P0001: simulated fault"]);
        await bench.ExecuteAsync("drop function fault cascade");

        await bench.RunAsync(BusyNight.Date);

        await night.CheckAsync(bench, $"failed at {table} where {rows}");
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("messages")]
    [InlineData("rendered_statements")]
    public async Task Night_CompletesWithTheSameOutputs_WhenATransactionFailedForAFaultThatPasses(string table)
    {
        var bench = await night.OpenAsync();
        // A sequence is not rolled back: the first attempt fails, the next one does not.
        await bench.ExecuteAsync("create sequence attempts");
        await FailAsync(bench, table, "true", "if nextval('attempts') = 1 then raise exception using errcode = 'serialization_failure'; end if;");

        await bench.RunAsync(BusyNight.Date);

        (await bench.QueryAsync("select last_value > 1 from attempts")).ShouldBe(["true"]);
        await night.CheckAsync(bench, $"serialization failure at {table}");
    }

    [Theory]
    [InlineData("cancellations", "true")]
    [InlineData("journal", "new.kind = 'REVERSAL'")]
    [InlineData("accounts", "new.last_cut = '2026-08-18'")]
    [InlineData("rendered_statements", "true")]
    [InlineData("control_reports", "true")]
    public async Task Verification_FindsWhatWasAlteredAndNothingElse_WhileANightIsOpen(string table, string rows)
    {
        var bench = await night.OpenAsync();
        await FailAsync(bench, table, rows, "raise exception 'simulated fault';");
        await Should.ThrowAsync<PostgresException>(bench.RunAsync(BusyNight.Date));

        (await new Verification(bench.Db, bench.Output).RunAsync(default)).Findings.ShouldBeEmpty();
        (await bench.ExecuteAsync("update account_states set balance = balance + 1 where account_id = 'LATE'")).ShouldBe(1);
        (await new Verification(bench.Db, bench.Output).RunAsync(default)).Findings
            .ShouldHaveSingleItem().ShouldStartWith("proof: the journal's receivables ");
    }

    private static async Task FailAsync(NightBench bench, string table, string rows, string how) => await bench.ExecuteAsync(
        $"""
        create function fault() returns trigger language plpgsql as $$ begin {how} return new; end $$;
        create trigger fault before insert or update on {table} for each row when ({rows}) execute function fault();
        """);
}
