using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>Rows that say the same are taken the same, in whatever order and in however many files they come on a date.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RowOrderTests(PostgresFixture postgres)
{
    private const int Shuffles = 25;
    private const string Everything = "select p::text from postings p order by posting_id";

    private static readonly string[] Rows =
    [
        .. Enumerable.Range(10, 20).Select(i => Row($"P{i}", i % 2 == 0 ? "C1" : "C2", amount: $"{i}.75", months: i % 5 == 0 ? "3" : "")),
        Row("CASH1", "S1", "CASH_ADVANCE", transactionDate: "2026-07-20", amount: "500.00"), Row("TAX1", "C2", "TAX_PAYMENT", amount: "2000.00"),
        Row("USD1", amount: "20.00", currency: "USD"), Row("USD2", amount: "20.00", currency: "USD", billed: "711.11"),
        Row("FEE1", kind: "FEE_PIN_REISSUE", amount: "", currency: ""), Row("PAY1", kind: "PAYMENT", amount: "300.00", channel: "KIOSK"),
        Row("PAY2", "C2", "PAYMENT", transactionDate: "2026-07-30", amount: "1500.00", channel: "KIOSK"),
        Row("REF1", kind: "REFUND", amount: "5.00", original: "P12"), Row("REF2", "C2", "REFUND", amount: "7.00"),
        Row("REV1", kind: "REVERSAL", amount: "14.75", original: "P14"), Row("REV2", kind: "REVERSAL", amount: "20.00", currency: "USD", original: "USD1"),
        Row("REV3", "S1", "REVERSAL", amount: "500.00", original: "CASH1"),
    ];

    [Fact]
    public async Task Postings_AreTheSame_WhateverTheOrderOfTheRows()
    {
        await using var bench = await CreateWithRatesAsync();
        var expected = await TakenAsync(bench, [Rows]);
        for (var seed = 0; seed < Shuffles; seed++)
        {
            (await TakenAsync(bench, [Shuffled(seed)])).ShouldBe(expected, $"seed {seed}");
        }
    }

    [Fact]
    public async Task Postings_AreTheSame_WhenTheFileIsSplit()
    {
        await using var bench = await CreateWithRatesAsync();
        var expected = await TakenAsync(bench, [Rows]);
        for (var pieces = 2; pieces <= Rows.Length; pieces += 5)
        {
            // In their order: an original may stand in the same file or an earlier one, not in a later one.
            (await TakenAsync(bench, [.. Rows.Chunk((Rows.Length + pieces - 1) / pieces)])).ShouldBe(expected, $"{pieces} pieces");
        }
    }

    private static string[] Shuffled(int seed)
    {
        var rows = Rows.ToArray();
        new Random(seed).Shuffle(rows);
        return rows;
    }

    private async Task<IntakeBench> CreateWithRatesAsync()
    {
        var bench = await CreateAsync(postgres);
        (await bench.TakeMasterAsync("fx-2026-07-30.csv", "network,currency,rate", "visa,USD,36.10")).ShouldBeOfType<FileTaken>();
        return bench;
    }

    /// <summary>What is taken of files that come one after the other, without where it stood; it is forgotten again.</summary>
    private static async Task<List<string>> TakenAsync(IntakeBench bench, string[][] files)
    {
        foreach (var (rows, number) in files.Select((rows, number) => (rows, number)))
        {
            var outcome = await bench.TakeAsync(bench.Write($"postings-2026-08-01-{number}.csv", [PostingHeader, .. rows]));
            outcome.ShouldBeOfType<FileTaken>().Rejected.ShouldBe(0, string.Join('\n', await bench.RejectsAsync()));
        }

        await bench.ExecuteAsync("update postings set file_name = '', line = 0");
        var taken = await bench.QueryAsync(Everything);
        await bench.ExecuteAsync("delete from postings; delete from files where kind = 'postings'");
        return taken;
    }
}
