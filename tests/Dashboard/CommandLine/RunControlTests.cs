using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>Stopping runs, going on with them, and running accounts that were set aside, as a user does it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RunControlTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Run_StopsWithinOnePartitionAndGoesOn_WhenItIsCancelledAndResumed()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        using var process = await bench.BlockedNightAsync("account_states", async _ =>
        {
            var asked = (await bench.RunAsync("cancel", "1")).ShouldEnd(0);
            asked.Output.ShouldBe("Run 1 of 2026-08-18 stops within one partition. `cycle resume 1` goes on with it.\n");
        });
        (await CycleBench.EndAsync(process)).ShouldEnd(1).Errors.ShouldBe("Stopped. What was done stays done; give the same command again to go on.\n");
        (await bench.ScalarAsync("select state from runs")).ShouldBe("stopped");

        (await bench.RunAsync("resume", "2026-08-18", "--inbox", bench.Inbox)).ShouldEnd(0);

        (await bench.ScalarAsync("select state from runs")).ShouldBe("completed");
        (await bench.ScalarAsync("select count(*) from statements")).ShouldBe(1L);
    }

    [Fact]
    public async Task Run_IsStoppedAtOnce_WhenItsProcessIsGone()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        using var process = await bench.BlockedNightAsync("account_states", killed =>
        {
            killed.Kill();
            return killed.WaitForExitAsync();
        });

        (await bench.RunAsync("cancel", "1")).ShouldEnd(0).Output
            .ShouldBe("Run 1 of 2026-08-18 is stopped; nobody was at work on it. `cycle resume 1` goes on with it.\n");

        (await bench.ScalarAsync("select state from runs")).ShouldBe("stopped");
        (await bench.RunAsync("resume", "1", "--inbox", bench.Inbox)).ShouldEnd(0);
    }

    [Fact]
    public async Task CompletedRun_CanNeitherBeStoppedNorResumed()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);

        (await bench.RunAsync("cancel", "1")).ShouldSayOnly(3, "Run 1 is completed: there is nothing to stop.");
        (await bench.RunAsync("resume", "1", "--inbox", bench.Inbox)).ShouldEnd(3).Errors.ShouldStartWith("NIGHT of 2026-08-18 is already complete: it ended at ");
        (await bench.RunAsync("resume", "7")).ShouldSayOnly(
            3, "There is no run '7': expected the number or the business date (yyyy-MM-dd) of one that `cycle status` shows.");
    }

    [Fact]
    public async Task Run_IsRefused_WhenItBeganWithAnotherTariff()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        using var process = await bench.BlockedNightAsync("account_states", killed =>
        {
            killed.Kill();
            return killed.WaitForExitAsync();
        });

        (await bench.NightAsync("2026-08-18", "--tariff", "gsb-2026-ten-percent")).ShouldEnd(3).Errors.ShouldContain("One night is computed by one tariff");

        (await bench.RunAsync("resume", "1", "--inbox", bench.Inbox, "--tariff", "gsb-2026-ten-percent")).ShouldEnd(0);
        (await bench.ScalarAsync("select tariff_id from statements")).ShouldBe("gsb-2026");
    }

    [Fact]
    public async Task Account_IsNamedByStatusAndRunLater_WhenItWasSetAside()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await bench.NightAsync("2026-08-17")).ShouldEnd(0);
        await bench.ExecuteAsync("update accounts set product = 'GONE'");
        (await bench.NightAsync("2026-08-18")).ShouldEnd(4);
        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain("Tariff gsb-2026 defines no product 'GONE'.");
        (await bench.RunAsync("rerun", "A1", "--reason", "hoping")).ShouldEnd(1).Errors.ShouldStartWith("Account A1 failed again in the step close of 2026-08-18: ");
        await bench.ExecuteAsync("update accounts set product = 'MC_PLATINUM'");

        (await bench.RunAsync("rerun", "A1", "--reason", "product put right")).ShouldEnd(0).Output
            .ShouldBe("Account A1 was run for 2026-08-18; it stands as if nothing had failed.\n");

        (await bench.ScalarAsync("select count(*) from statements")).ShouldBe(1L);
        (await bench.ScalarAsync("select resolution from set_aside_accounts")).ShouldBe("product put right");
        (await bench.ScalarAsync("select string_agg(person || ' ' || action || ' ' || subject || ' ' || reason, '; ') from trail"))
            .ShouldBe($"command line ({Environment.UserName}) account.rerun account A1 product put right");
        (await bench.RunAsync("verify")).ShouldEnd(0);
    }

    [Fact]
    public async Task Retry_IsCountedAndShown_WhenATransactionMetAFaultThatPasses()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        // A sequence is not rolled back: the first attempt fails, the next one does not.
        await bench.ExecuteAsync(
            """
            create sequence attempts;
            create function fault() returns trigger language plpgsql as $$ begin
                if nextval('attempts') = 1 then raise exception using errcode = 'serialization_failure'; end if; return new; end $$;
            create trigger fault before insert on statements for each row execute function fault()
            """);

        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);

        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain(
            "\nRetries of the last 10 runs, after faults that passed:\n  run 1  close            partition 0: 1\n");
    }
}
