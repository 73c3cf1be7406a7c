using Cycle.Jobs.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>A partition names its accounts: whatever their ids are, however the step was planned.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PartitionAccountsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryAccount_IsClosed_WhateverSignsItsIdHolds()
    {
        string[] ids = ["A'1", "B{2}", "C,3", @"D\4", "E\"5", "NULL"];
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(ids.Select(id => Rows.Account("?").Replace("H?", "H1", StringComparison.Ordinal).Replace("?", Cell(id), StringComparison.Ordinal)))
            .WithCards(ids.Select((id, at) => Rows.Card($"K{at}", Cell(id))))
            .WithPostings("2026-08-18", ids.Select((_, at) => Rows.Purchase($"P{at}", $"K{at}", "2026-08-18", $"{at + 1}00.00")));

        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select account_id, new_balance from statements order by new_balance")).ShouldBe(ids.Select((id, at) => $"{id}|{at + 1}0000"));
    }

    [Fact]
    public async Task Accounts_AreKeptWhileAPartitionIsToDo_AndNotOnceItIsDone()
    {
        await using var bench = Stopped(await NightBench.CreateAsync(postgres), out var stop, out var progress);
        await Should.ThrowAsync<OperationCanceledException>(bench.RunAsync("2026-08-18", progress, workers: 1, stop.Token));
        (await bench.QueryAsync("select step, account_ids from run_partitions where state <> 'completed'")).ShouldBe(["9|[\"A1\",\"A2\"]"]);

        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select distinct state, account_ids from run_partitions")).ShouldBe(["completed|"]);
    }

    [Fact]
    public async Task Night_IsGoneOnWith_WhenItsPartitionsWerePlannedBeforeAccountsWereKept()
    {
        await using var bench = Stopped(await NightBench.CreateAsync(postgres), out var stop, out var progress);
        await Should.ThrowAsync<OperationCanceledException>(bench.RunAsync("2026-08-18", progress, workers: 1, stop.Token));
        (await bench.ExecuteAsync("update run_partitions set account_ids = null where state <> 'completed'")).ShouldBe(1);

        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select account_id from statements order by 1")).ShouldBe(["A1", "A2"]);
    }

    /// <summary>Stopped when the close is planned and nothing of it is done.</summary>
    private static NightBench Stopped(NightBench bench, out CancellationTokenSource stop, out ToldProgress progress)
    {
        var source = stop = new CancellationTokenSource();
        progress = ToldProgress.AtWords("2026-08-18 close", source.Cancel);
        return bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2")).WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .WithPostings(
                "2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "1000.00"), Rows.Purchase("P2", "C2", "2026-08-18", "2000.00"));
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
