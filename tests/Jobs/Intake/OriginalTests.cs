using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class OriginalTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Original_MayStandBelow_InTheSameFile()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.TakeRowsAsync(
            Row("R1", kind: "REVERSAL", original: "P1"), Row("R2", kind: "REFUND", amount: "5", original: "P2"), Row("P1"), Row("P2"), Row("R3", kind: "REVERSAL", original: "P1"));

        (await bench.QueryAsync("select posting_id, amount, original_amount, original_posting_id from postings order by 1"))
            .ShouldBe(["P1|10000|10000|", "P2|10000|10000|", "R1|0|10000|P1", "R2|500|500|P2"]);
        (await bench.RejectsAsync()).ShouldBe(["6|R3|REVERSAL_MISMATCH|original_posting_id 'P1' is already reversed by 'R1'; one reversal expected."]);
    }

    [Fact]
    public async Task Rows_AreAllTaken_InWhateverOrderTheyStand()
    {
        string[] rows =
        [
            Row("P1"), Row("P2", card: "C2"), Row("P3", kind: "CASH_ADVANCE"), Row("R1", kind: "REVERSAL", original: "P1"),
            Row("R3", kind: "REFUND", original: "P3"), Row("Y1", kind: "PAYMENT", amount: "2000", channel: "KIOSK"), Row("F1", kind: "FEE_PIN_REISSUE", amount: "", currency: ""),
        ];
        List<string>? expected = null;
        foreach (var seed in Enumerable.Range(1, 4))
        {
            await using var bench = await CreateAsync(postgres);
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);

            (await bench.TakeRowsAsync(shuffled)).ShouldBe(new FileTaken("postings-2026-08-01.csv", FileKind.Postings, 7, 7, 0, 2500m));

            var taken = await bench.QueryAsync("select posting_id, account_id, kind, amount, fee_cash_advance, value_date, original_posting_id from postings order by 1");
            taken.ShouldBe(expected ??= taken);
        }
    }

    [Fact]
    public async Task FirstLineWins_WhenAReversalAndAPurchaseBelowItShareAnId()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.TakeRowsAsync(
            Row("A", kind: "REVERSAL", original: "P1"), Row("A"), Row("P1"), // the reversal takes the id
            Row("B", kind: "REVERSAL", original: "nowhere"), Row("B"), // the reversal is rejected, the purchase takes it
            Row("C", kind: "REVERSAL", original: "B"), // and can be reversed
            Row("D"), Row("D", kind: "REVERSAL", original: "D")); // above: the purchase takes it

        (await bench.QueryAsync("select posting_id, kind, line from postings order by 1")).ShouldBe(["A|5|2", "B|0|6", "C|5|7", "D|0|8", "P1|0|4"]);
        (await bench.QueryAsync("select line, posting_id, reason from rejects order by 1"))
            .ShouldBe(["3|A|DUPLICATE_POSTING", "5|B|UNKNOWN_ORIGINAL", "9|D|DUPLICATE_POSTING"]);
    }

    [Fact]
    public async Task Original_IsFoundBelow_WhenItWaitsForARowAboveThatSharesItsId()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.TakeRowsAsync(
            Row("X", kind: "REVERSAL", original: "nowhere"), Row("R", kind: "REVERSAL", original: "X"), Row("X"), Row("X"));

        (await bench.QueryAsync("select posting_id, kind, line from postings order by 1")).ShouldBe(["R|5|3", "X|0|4"]);
        (await bench.QueryAsync("select line, posting_id, reason from rejects order by 1")).ShouldBe(["2|X|UNKNOWN_ORIGINAL", "5|X|DUPLICATE_POSTING"]);
    }

    [Fact]
    public async Task OriginalId_IsIgnored_OnOtherKinds()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.TakeRowsAsync(Row("P1", original: "nowhere"), Row("Y1", kind: "PAYMENT", original: "nowhere"));

        (await bench.QueryAsync("select posting_id, original_posting_id from postings order by 1")).ShouldBe(["P1|", "Y1|"]);
    }
}
