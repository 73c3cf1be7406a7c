using System.Globalization;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Tests.Poppler;

namespace Cycle.Rendering.Tests.Statements;

public sealed class StatementBytesTests
{
    private static readonly Theme Theme = Theme.Shipped();

    private static readonly StatementDocument[] Documents =
        [MadeUp.Thai(), MadeUp.English(60), MadeUp.Overdue(Language.Thai), MadeUp.InCredit(Language.English), MadeUp.Thai(0)];

    [Fact]
    public void Bytes_AreTheSame_WhateverWasDrawnBefore()
    {
        using var fresh = new StatementRenderer(Theme);
        using var used = new StatementRenderer(Theme);
        var first = Documents.Select(document => fresh.Render(document).Bytes.ToArray()).ToList();
        var backwards = Documents.Reverse().Select(document => used.Render(document).Bytes.ToArray()).Reverse().ToList();
        for (var at = 0; at < Documents.Length; at++)
        {
            backwards[at].SequenceEqual(first[at]).ShouldBeTrue($"document {at}");
        }
    }

    [Fact]
    public void Bytes_AreTheSame_OnMoreThreadsThanCairoKeepsFacesOpen()
    {
        using var alone = new StatementRenderer(Theme);
        var expected = Documents.Select(document => alone.Render(document).Bytes.ToArray()).ToList();
        var differing = 0;
        var threads = Enumerable.Range(0, 12).Select(offset => new Thread(() =>
        {
            using var renderer = new StatementRenderer(Theme);
            for (var turn = 0; turn < 20; turn++)
            {
                var at = (turn + offset) % Documents.Length;
                if (!renderer.Render(Documents[at]).Bytes.Span.SequenceEqual(expected[at]))
                {
                    Interlocked.Increment(ref differing);
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        differing.ShouldBe(0);
    }

    [Fact]
    public void Bytes_AreTheSame_UnderAnotherCulture()
    {
        using var renderer = new StatementRenderer(Theme);
        var expected = Documents.Select(document => renderer.Render(document).Bytes.ToArray()).ToList();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = OddCulture();
            12.5.ToString(CultureInfo.CurrentCulture).ShouldBe("12@5");
            for (var at = 0; at < Documents.Length; at++)
            {
                renderer.Render(Documents[at]).Bytes.Span.SequenceEqual(expected[at]).ShouldBeTrue($"document {at}");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Metadata_TellsTheStatement_AndItsDate()
    {
        using var renderer = new StatementRenderer(Theme);
        var info = PopplerTool.Info(renderer.Render(MadeUp.Thai()));
        info.ShouldContain("ใบแจ้งยอดบัญชีบัตรเครดิต 18 ส.ค. 2569");
        info.ShouldContain("ธนาคาร ไซเคิล ตัวอย่าง");
        info.ShouldContain("20260818000000+07'00");
    }

    [Fact]
    public void Memory_StaysBounded_OverManyStatements()
    {
        const long boundBytes = 60L << 20;
        using var renderer = new StatementRenderer(Theme);
        Draw(renderer, 0, 400);
        var before = ResidentBytes();
        Draw(renderer, 400, 2000);
        (ResidentBytes() - before).ShouldBeLessThan(boundBytes);
    }

    [Fact]
    public void Renderers_GiveEverythingBack_WhenDisposed()
    {
        const long boundBytes = 60L << 20;
        OpenAndClose(20);
        var before = ResidentBytes();
        OpenAndClose(100);
        (ResidentBytes() - before).ShouldBeLessThan(boundBytes);
    }

    private static void OpenAndClose(int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            using var renderer = new StatementRenderer(Theme);
            renderer.Render(Documents[turn % Documents.Length]).Pages.ShouldBeGreaterThan(0);
        }
    }

    /// <summary>Names and merchants differ each time, so that a cache of customers' text would show.</summary>
    private static void Draw(StatementRenderer renderer, int from, int times)
    {
        for (var turn = from; turn < from + times; turn++)
        {
            var document = MadeUp.Make(turn % 2 == 0 ? Language.Thai : Language.English, 1);
            document = document with { Account = document.Account with { CustomerName = $"นาย {turn}", AddressLines = [$"ซอย {turn}"] } };
            renderer.Render(document);
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>A machine's culture at its worst: other separators, other signs, years of another era.</summary>
    private static CultureInfo OddCulture()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = "@";
        odd.NumberFormat.NumberGroupSeparator = "#";
        odd.NumberFormat.NegativeSign = "neg";
        odd.DateTimeFormat.DateSeparator = "%";
        odd.DateTimeFormat.TimeSeparator = "!";
        return odd;
    }
}
