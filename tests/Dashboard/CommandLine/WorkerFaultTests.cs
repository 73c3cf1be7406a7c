using System.Diagnostics;
using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Tests.Chaos;
using Cycle.Tests.Shared;
using Xunit.Abstractions;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>A worker that meets what is no fault of the database says so at once, and never goes on with a lane less.</summary>
[Collection(PostgresCollection.Name)]
public sealed class WorkerFaultTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const short Close = 9;
    private const short Render = 10;
    private const string WhatToDo = "The night fails with it: remove the cause, then `cycle resume 1`. This worker goes on with other work. Details are in ";

    [Fact]
    public async Task Worker_NamesTheFileAtOnceAndDrawsOnceItIsMended_WhenItsThemeIsBroken()
    {
        await using var bench = await WithNightAsync();
        var theme = Path.Combine(bench.Root, "theme");
        Copy(Path.Combine(Checkout.Root, "theme"), theme);
        var file = Path.Combine(theme, "th.json");
        await File.WriteAllTextAsync(file, "{");
        bench.Variables["CYCLE_THEME"] = theme;
        using var worker = bench.Start("worker", "--workers", "1");

        await PlanAsync(bench, Render);
        var said = (await worker.StandardError.ReadLineAsync())!;
        said.ShouldStartWith($"Run 1, render, partition 0: The theme file {file} cannot be used: ");
        said.ShouldEndWith($"{WhatToDo}{LogOf(bench)}.");
        (await bench.ScalarAsync($"select state from run_partitions where step = {Render}")).ShouldBe("failed");

        File.Copy(Path.Combine(Checkout.Root, "theme", "th.json"), file, overwrite: true);
        await PlanAsync(bench, Render);
        await DrawnAsync(bench, worker);
        (await CycleBench.AskedToEndAsync(worker)).ShouldEnd(0).Errors.ShouldBe("");
    }

    [Fact]
    public async Task Worker_NamesThePdfAtOnceAndDrawsOnceThereIsRoom_WhenTheDiskIsFull()
    {
        await using var bench = await WithNightAsync();
        Directory.Delete(Path.Combine(bench.Var, "out"), recursive: true);
        await using var disk = await SmallDisk.MountAsync(Path.Combine(bench.Var, "out"), "16k");
        if (disk is null)
        {
            output.WriteLine("Not tried: only root may mount a small disk.");
            return;
        }

        using var worker = bench.Start("worker", "--workers", "1");
        await PlanAsync(bench, Render);
        var said = (await worker.StandardError.ReadLineAsync())!;
        said.ShouldStartWith("Run 1, render, partition 0: No space left on device");
        said.ShouldContain("A1-2026-08-18.pdf");
        said.ShouldEndWith($"{WhatToDo}{LogOf(bench)}.");

        await disk.ResizeAsync("16m");
        await PlanAsync(bench, Render);
        await DrawnAsync(bench, worker);
        (await CycleBench.AskedToEndAsync(worker)).ShouldEnd(0).Errors.ShouldBe("");
    }

    [Fact]
    public async Task Worker_EndsWithWordsAndExitCode1_WhenALaneMeetsWhatNoRetryMends()
    {
        await using var bench = await WithNightAsync();
        using var worker = bench.Start("worker", "--workers", "2");
        // Whoever claims a partition now cannot read what he claimed.
        await bench.ExecuteAsync("alter table run_partitions alter first_account drop not null; update run_partitions set first_account = null");
        await PlanAsync(bench, Close);

        var ended = (await CycleBench.EndAsync(worker)).ShouldEnd(ExitCode.Failed);

        ended.Errors.ShouldBe(
            "This worker cannot go on: Column 'first_account' is null. All its lanes stop, and the partitions they were at are free for others. " +
            $"Details are in {LogOf(bench)}.\nThe worker has ended. What was done stays done. Remove the cause, then start it again.\n");
        (await File.ReadAllTextAsync(LogOf(bench))).ShouldContain("InvalidCastException");
        (await bench.ScalarAsync("select count(*) from run_workers where role = 'worker' and ended_at is not null")).ShouldBe(1L);
    }

    [Fact]
    public void Log_OfAWorkerIsLost_AndNotItsWork_WhenTheDiskItGoesToIsFull()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var console = new StreamWriter(full, leaveOpen: true) { AutoFlush = true };
        Should.Throw<IOException>(() => console.WriteLine("a line"));
        var log = new ConsoleWorkerLog(console, console);

        log.Done(new(2026, 8, 18), "close", 0, 1, isOurs: true);
        log.Fault("words");
    }

    private async Task<CycleBench> WithNightAsync()
    {
        var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        return bench;
    }

    /// <summary>The night as if somebody planned it who does no partition himself, with those of a step to do.</summary>
    private static Task<int> PlanAsync(CycleBench bench, short step) => bench.ExecuteAsync(
        $"""
        delete from rendered_statements;
        update runs set state = 'running';
        update run_partitions set state = 'planned', attempts = 0, error = null where step = {step};
        select pg_notify('cycle_partitions', '1')
        """);

    private static async Task DrawnAsync(CycleBench bench, Process worker)
    {
        while (await bench.ScalarAsync("select count(*) from rendered_statements") is 0L)
        {
            worker.HasExited.ShouldBeFalse("the worker goes on");
            (await bench.ScalarAsync($"select error from run_partitions where step = {Render}")).ShouldBeOneOf(DBNull.Value, null);
            await Task.Delay(20);
        }
    }

    private static string LogOf(CycleBench bench) => Path.Combine(bench.Var, "log", "cycle.log");

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
