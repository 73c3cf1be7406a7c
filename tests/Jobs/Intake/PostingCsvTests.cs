using System.Diagnostics;
using System.Text;
using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class PostingCsvTests(PostgresFixture postgres)
{
    private const string Name = "postings-2026-08-01.csv";

    private const string Columns =
        "15 columns expected: posting_id, card_id, kind, transaction_date, transaction_time, posting_date, amount, currency, billing_amount, merchant, mcc, country, "
        + "original_posting_id, channel, instalment_months.";

    private static readonly (string Text, string Reason)[] Unreadable =
    [
        ("", "the file is empty; a header with " + Columns["15 columns expected: ".Length..^1] + " expected."),
        ("\n\r\n", "the file is empty; a header with " + Columns["15 columns expected: ".Length..^1] + " expected."),
        (PostingHeader + ",extra\n", "the header has an unknown column 'extra'; " + Columns),
        (PostingHeader.Replace("mcc", "Mcc") + "\n", "the header has an unknown column 'Mcc'; " + Columns),
        (PostingHeader + ",4111111111111111\n", "the header has an unknown column 'XXXXXXXXXXXX1111'; " + Columns),
        (PostingHeader.Replace(",mcc", "") + "\n", "the header lacks the column mcc; " + Columns),
        (PostingHeader + ",mcc\n", "the header has twice the column 'mcc'; " + Columns),
        (PostingHeader + "\n" + Row("P1") + "\n\"P2,C1\n", "the row on line 3 has a quote that is never closed."),
        (PostingHeader + "\n" + Row("P1", merchant: "Sh\"op") + "\n", "the row on line 2 has a quote inside a cell that does not begin with one; such a cell must be quoted whole and its quotes doubled."),
        (PostingHeader + "\n\n" + Row("P1", merchant: "\"Shop\"s") + "\n", "the row on line 3 has text after a closing quote; a comma or the end of the line expected."),
        (PostingHeader + "\r\n" + Row("P1") + "\r\nP\0,C1\r\n", "line 3 has a NUL byte; UTF-8 text expected."),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_IsRefusedForItsEncoding_WhenASpreadsheetSavedItAsUtf16(bool isBigEndian)
    {
        await using var bench = await CreateAsync(postgres);
        var encoding = new UnicodeEncoding(isBigEndian, byteOrderMark: true);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(PostingHeader + "\r\n" + Row("P1") + "\r\n")];

        (await bench.TakeAsync(bench.WriteBytes(Name, bytes))).ShouldBe(new FileRefused(Name, $"{Name}: line 1 has text in UTF-16; UTF-8 text expected."));
    }

    [Fact]
    public async Task Files_AreRefusedWhole_WhenTheyAreNotReadable()
    {
        await using var bench = await CreateAsync(postgres);
        for (var i = 0; i < Unreadable.Length; i++)
        {
            var name = $"postings-2026-08-01-{i}.csv";
            var outcome = await bench.TakeAsync(bench.WriteText(name, Unreadable[i].Text));

            outcome.ShouldBe(new FileRefused(name, $"{name}: {Unreadable[i].Reason}"));
            (await bench.QueryAsync($"select business_date, reason from file_refusals where file_name = '{name}'"))
                .ShouldBe([$"2026-08-01|{name}: {Unreadable[i].Reason}"]);
        }

        (await bench.QueryAsync("select count(*) from postings union all select count(*) from rejects")).ShouldBe(["0", "0"]);
    }

    [Fact]
    public async Task Files_AreRefused_WhenTheyAreNotUtf8()
    {
        await using var bench = await CreateAsync(postgres);
        var start = Encoding.UTF8.GetBytes(PostingHeader + "\n" + Row("P1", merchant: "ปตท.") + "\n" + "P2,C1,");
        foreach (var bytes in new byte[][] { [0xFF], [0xE0, 0xB8], [0xC0, 0x80], [0xE0, 0xB8, (byte)',', 0xE0], [0xED, 0xA0, 0x80] })
        {
            (await bench.TakeAsync(bench.WriteBytes(Name, [.. start, .. bytes])))
                .ShouldBe(new FileRefused(Name, $"{Name}: line 3 has bytes that are not UTF-8; UTF-8 text expected."));
        }
    }

    [Fact]
    public async Task File_IsTaken_WhenCharactersAreCutByEveryBlockOfTheReader()
    {
        await using var bench = await CreateAsync(postgres);
        var rows = Enumerable.Range(0, 20_000).Select(i => Row($"P{i}", merchant: "ร้าน𝟜กาแฟ" + new string('ก', i % 7))).ToArray();

        (await bench.TakeRowsAsync(rows)).ShouldBe(new FileTaken(Name, FileKind.Postings, 20_000, 20_000, 0, 2_000_000m));
    }

    [Fact]
    public async Task File_IsTakenWithoutRows_WhenItHasAHeaderOnly()
    {
        await using var bench = await CreateAsync(postgres);

        (await bench.TakeAsync(bench.WriteText(Name, PostingHeader))).ShouldBe(new FileTaken(Name, FileKind.Postings, 0, 0, 0, 0m));
    }

    [Fact]
    public async Task Lines_ArePhysical_WithBomCrLfEmptyLinesAndQuotedNewlines()
    {
        await using var bench = await CreateAsync(postgres);
        var text = "\uFEFF" + PostingHeader + "\r\n" + Row("P2", merchant: "\"two\r\nlines, \"\"quoted\"\"\"") + "\r\n\r\n" + Row("P5") + "\r\n" + Row("P6", kind: "?");

        (await bench.TakeAsync(bench.WriteText(Name, text))).ShouldBe(new FileTaken(Name, FileKind.Postings, 3, 2, 1, 300m));

        (await bench.QueryAsync("select posting_id, line, merchant from postings order by line")).ShouldBe(["P2|2|two\r\nlines, \"quoted\"", "P5|5|Shop"]);
        (await bench.QueryAsync("select posting_id, line from rejects")).ShouldBe(["P6|6"]);
    }

    [Fact]
    public async Task Columns_MayStandInAnyOrder()
    {
        await using var bench = await CreateAsync(postgres);
        static string Reversed(string line) => string.Join(',', line.Split(',').Reverse());

        await bench.TakeAsync(bench.Write(Name, Reversed(PostingHeader), Reversed(Row("P1", merchant: "Café", time: "01:02:03"))));

        (await bench.QueryAsync("select posting_id, merchant, transaction_time, amount from postings")).ShouldBe(["P1|Café|01:02:03|10000"]);
    }

    [Fact]
    public async Task File_IsRefusedQuicklyWithFlatMemory_WhenALineIsHuge()
    {
        await using var bench = await CreateAsync(postgres);
        var path = bench.WriteText(Name, PostingHeader + "\n" + Row("P1") + "\nP2,");
        await using (var file = new FileStream(path, FileMode.Append))
        {
            var block = Enumerable.Repeat((byte)'x', 1 << 20).ToArray();
            for (var i = 0; i < 200; i++)
            {
                await file.WriteAsync(block);
            }
        }

        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        var outcome = await bench.TakeAsync(path);

        outcome.ShouldBe(new FileRefused(Name, $"{Name}: the row on line 3 is longer than 65536 bytes, or has a quote that is never closed."));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(16 << 20);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task File_IsRefused_WhenARowIsJustLongerThanTheLimit()
    {
        await using var bench = await CreateAsync(postgres);
        var longest = new string('m', 65_536 - Row("P1", merchant: "").Length);

        (await bench.TakeRowsAsync(Row("P1", merchant: longest))).ShouldBeOfType<FileTaken>();
        (await bench.TakeAsync(bench.Write("postings-2026-08-01-2.csv", PostingHeader, Row("P2", merchant: longest + "m")))).ShouldBeOfType<FileRefused>();
    }

    [Theory]
    [InlineData("postings.csv", "the name tells no file of this kind; postings-yyyy-MM-dd.csv or postings-yyyy-MM-dd-n.csv expected.")]
    [InlineData("postings-2026-02-30.csv", "the name tells no file of this kind; postings-yyyy-MM-dd.csv or postings-yyyy-MM-dd-n.csv expected.")]
    [InlineData("postings-2026-08-02.csv", "the file is dated 2026-08-02; a date not after the business date 2026-08-01 expected.")]
    public async Task File_IsRefused_WhenItsNameDoesNotFit(string name, string reason)
    {
        await using var bench = await CreateAsync(postgres);

        (await bench.TakeAsync(bench.Write(name, PostingHeader))).ShouldBe(new FileRefused(name, $"{name}: {reason}"));
    }

    [Fact]
    public async Task File_IsRefused_WhenItIsNotThere()
    {
        await using var bench = await CreateAsync(postgres);

        (await bench.TakeAsync(Path.Combine(bench.Folder, Name)))
            .ShouldBe(new FileRefused(Name, $"{Name}: the file cannot be read; it must be there and readable by this program."));
    }
}
