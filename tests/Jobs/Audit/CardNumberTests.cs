using Cycle.Jobs.Runs;
using Cycle.Jobs.Tests.Nights;
using Cycle.Jobs.Tests.Replay;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>A card number that comes in with a file stands nowhere afterwards: not in the store, not in any output, not in what is told.</summary>
[Collection(ReplayCollection.Name)]
public sealed class CardNumberTests(PostgresFixture postgres)
{
    [Fact]
    public async Task PlantedNumbers_AreFoundNowhere_AfterTheNight()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        var numbers = new PlantedNumbers();
        new PlantedFiles(bench, numbers).Write();
        var progress = new ToldProgress();

        var outcome = await bench.RunAsync("2026-08-18", progress);
        await bench.RunAsync("2026-08-30", progress);
        var refused = await Should.ThrowAsync<RefusedException>(bench.RunAsync("2026-08-30"));

        await CheckReachAsync(bench, outcome.Rejects, outcome.Refusals);
        var leaks = new List<string>();
        foreach (var (table, content) in await StoreText.AllAsync(bench.Db))
        {
            leaks.AddRange(numbers.FoundIn(content).Select(place => $"{place} in table {table}"));
        }

        foreach (var (file, content) in await bench.OutputsAsync("2026-08-18", "2026-08-30"))
        {
            var text = file.EndsWith(".pdf", StringComparison.Ordinal) ? PdfText.Of(bench.PathOf(file)) : content;
            leaks.AddRange(numbers.FoundIn($"{file}\n{text}").Select(place => $"{place} in {file}"));
        }

        leaks.AddRange(numbers.FoundIn(string.Join('\n', [.. progress.Told, refused.Message])).Select(place => $"{place} in what was told"));
        leaks.ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_AreFound_WhenTheyAreThere()
    {
        // The search itself must be able to find.
        foreach (var form in PlantedNumbers.Forms)
        {
            var numbers = new PlantedNumbers();
            var number = numbers.In("here", form);

            numbers.FoundIn($"before 12, {number} after").ShouldBe([$"here ({form})"]);
            numbers.FoundIn($"{number[..^1]}X").ShouldBe([$"here ({form})"]);
            numbers.FoundIn(new string('X', 12) + number[^4..]).ShouldBeEmpty();
        }
    }

    /// <summary>The planted rows got as far as they can get: onto statements, into messages, into rejects of every reason that shows a cell.</summary>
    private static async Task CheckReachAsync(NightBench bench, long rejects, long refusals)
    {
        var forms = PlantedNumbers.Forms.Count;
        (await bench.QueryAsync("select count(*) from statements")).ShouldBe([$"{forms}"]);
        // Thai digits leave room for two letters of the merchant's name only.
        (await bench.QueryAsync("select count(*), count(distinct account_id) from messages where text like '% Sh%'")).ShouldBe([$"{2 * forms}|{forms}"]);
        (await bench.QueryAsync("select count(*) from rejects")).ShouldBe([$"{rejects}"]);
        (await bench.QueryAsync("select distinct split_part(file_name, '-', 1) || ' ' || reason from rejects order by 1")).ShouldBe(
            [
                "accounts.csv BAD_AMOUNT", "accounts.csv BAD_DATE", "accounts.csv MALFORMED_ROW", "cards.csv BAD_DATE", "cards.csv MALFORMED_ROW",
                "fx BAD_AMOUNT", "fx BAD_CURRENCY", "fx MALFORMED_ROW", "holidays.csv BAD_DATE",
                "opening BAD_AMOUNT", "opening BAD_CURRENCY", "opening BAD_DATE", "opening MALFORMED_ROW", "opening OPENING_INCOMPLETE",
                "opening OPENING_MISMATCH", "postings BAD_AMOUNT", "postings BAD_CURRENCY", "postings BAD_DATE",
                "postings MALFORMED_ROW", "postings UNKNOWN_CARD", "postings UNKNOWN_KIND", "postings UNKNOWN_ORIGINAL",
            ]);
        (await bench.QueryAsync("select count(*) from openings")).ShouldBe([$"{forms}"]);
        refusals.ShouldBe(5);
        var pdf = PdfText.Of(Directory.GetFiles(Path.Combine(bench.Output, "statements"))[0]);
        pdf.ShouldContain("XXXX");
    }
}
