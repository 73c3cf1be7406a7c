using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>
/// A large file is judged while what came before is still being written, and without looking every id up. Small files are taken one row
/// after the other, with everything looked up: the same rows in either must come to the same.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class LargeFileTests(PostgresFixture postgres)
{
    private const int Rows = 72_000;
    private const int SmallFile = 4_000;
    private const string Postings = "select posting_id, file_name, line from postings where file_name <> 'postings-2026-07-31.csv' order by 1";
    private const string Rejects = "select posting_id, file_name, line, reason from rejects order by 1, 2, 3";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public async Task Rows_AreTakenOrRejectedAsInSmallFiles_HoweverManyIdsAnEarlierFileBrought(int known)
    {
        var random = new Random(known);
        var rows = Enumerable.Range(0, Rows).Select(i => Any(i, random)).ToArray();
        var earlier = Enumerable.Range(0, known).Select(_ => Row($"P{random.Next(Rows)}")).Distinct().ToArray();

        var large = await TakenAsync(earlier, [rows]);
        var small = await TakenAsync(earlier, rows.Chunk(SmallFile));

        large.ShouldBe(small);
        large.Count(line => line.EndsWith("DUPLICATE_POSTING", StringComparison.Ordinal)).ShouldBeGreaterThan(Rows / 100);
        large.Count(line => line.EndsWith("CHANNEL_LIMIT", StringComparison.Ordinal)).ShouldBeGreaterThan(Rows / 100);
        large.Count(line => line.EndsWith("UNKNOWN_CARD", StringComparison.Ordinal)).ShouldBeGreaterThan(Rows / 100);
    }

    [Fact]
    public async Task Postings_LieAccountByAccountInTheTable_ForTheSakeOfItsIndex()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeRowsAsync([.. Enumerable.Range(0, 1_000).Select(i => Row($"P{i}", i % 2 == 0 ? "C1" : "C2"))]);

        (await bench.QueryAsync("select account_id, min(ctid), max(ctid), count(*) from postings group by 1 order by 2")).Count.ShouldBe(2);
        (await bench.QueryAsync("select count(*) from (select account_id <> lag(account_id) over (order by ctid) as moves from postings) p where moves"))
            .ShouldBe(["1"]);
        (await bench.QueryAsync("select count(*) from (select line < lag(line) over (partition by account_id order by ctid) as back from postings) p where back"))
            .ShouldBe(["0"]);
    }

    /// <summary>Ids come again soon or late, payments meet the ceiling of a day, some cards are unknown.</summary>
    private static string Any(int i, Random random)
    {
        var id = random.Next(60) switch { 0 => $"P{Math.Max(0, i - random.Next(1, 20))}", 1 => $"P{random.Next(i + 1)}", _ => $"P{i}" };
        var card = random.Next(40) == 0 ? "C9" : random.Next(2) == 0 ? "C1" : "C2";
        return random.Next(3) == 0
            ? Row(id, card, "PAYMENT", transactionDate: $"2026-07-{random.Next(1, 31):00}", amount: $"{random.Next(50, 300)}.00", channel: "KIOSK")
            : Row(id, card);
    }

    /// <summary>What becomes of rows in files that follow one another: id, its place among all rows, and the reason of a reject.</summary>
    private async Task<List<string>> TakenAsync(string[] earlier, IEnumerable<string[]> files)
    {
        await using var bench = await CreateAsync(postgres);
        if (earlier.Length > 0)
        {
            (await bench.TakeAsync(bench.Write("postings-2026-07-31.csv", [PostingHeader, .. earlier.Select(row => row.Replace("2026-08-01", "2026-07-31"))])))
                .ShouldBeOfType<FileTaken>().Rejected.ShouldBe(0);
        }

        foreach (var (rows, number) in files.Select((rows, number) => (rows, number)))
        {
            (await bench.TakeAsync(bench.Write($"postings-2026-08-01-{number}.csv", [PostingHeader, .. rows]))).ShouldBeOfType<FileTaken>().Rows.ShouldBe(rows.Length);
        }

        var all = (await bench.QueryAsync(Postings)).Concat(await bench.QueryAsync(Rejects));
        return [.. all.Select(Placed).Order(StringComparer.Ordinal)];
    }

    private static string Placed(string row)
    {
        var cells = row.Split('|');
        var file = int.Parse(cells[1].Split('-', '.')[4]);
        return $"{(file * SmallFile) + int.Parse(cells[2]):000000} {cells[0]} {cells.ElementAtOrDefault(3)}";
    }
}
