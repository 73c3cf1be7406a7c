using System.Text;
using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Qr;
using Cycle.Rendering.Statements;
using Cycle.Rendering.Tests.Poppler;

namespace Cycle.Rendering.Tests.Statements;

/// <summary>The code as it stands on paper: drawn to pixels by another program and read off again.</summary>
public sealed class PrintedCodeTests
{
    private const int PixelsInPoint = 3;
    private const int SlipRight = 440;

    [Fact]
    public void Code_OnPaper_HasEveryModuleOfThePayload()
    {
        var theme = Theme.Shipped();
        using var renderer = new StatementRenderer(theme);
        var document = MadeUp.InCredit(Language.English);
        var expected = QrEncoder.Encode(BillPayment.Payload(theme.BillerId, BillPayment.ReferenceOf(document.Statement.AccountId), Money.Zero));

        var page = Pixels(renderer.Render(document));
        var (left, top, right, bottom) = DarkBox(page);
        (right - left + 1 - (expected.Side * 2 * PixelsInPoint)).ShouldBeInRange(-1, 1);
        (bottom - top + 1 - (expected.Side * 2 * PixelsInPoint)).ShouldBeInRange(-1, 1);
        for (var y = 0; y < expected.Side; y++)
        {
            for (var x = 0; x < expected.Side; x++)
            {
                var (column, row) = (left + (((2 * x) + 1) * PixelsInPoint), top + (((2 * y) + 1) * PixelsInPoint));
                (page[row][column] < 128).ShouldBe(expected.IsSet(x, y), $"module {x},{y}");
            }
        }
    }

    /// <summary>The first page, by rows, 0 for black.</summary>
    private static byte[][] Pixels(RenderedPdf pdf)
    {
        var prefix = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PopplerTool.Run("pdftoppm", pdf, ["-r", $"{72 * PixelsInPoint}", "-gray", "-singlefile", "FILE", prefix]);
            var file = File.ReadAllBytes($"{prefix}.pgm");
            var size = Encoding.ASCII.GetString(file, 0, 40).Split('\n', ' ');
            var (width, height) = (int.Parse(size[1], null), int.Parse(size[2], null));
            return [.. file[^(width * height)..].Chunk(width)];
        }
        finally
        {
            File.Delete($"{prefix}.pgm");
        }
    }

    /// <summary>What is dark where the code stands alone: its corners are dark, so this is the code.</summary>
    private static (int Left, int Top, int Right, int Bottom) DarkBox(byte[][] page)
    {
        var top = (int)(PaymentSlip.Top + 25) * PixelsInPoint;
        var bottom = (int)(PaymentSlip.Top + 114) * PixelsInPoint;
        var dark = (from y in Enumerable.Range(top, bottom - top)
                    from x in Enumerable.Range(SlipRight * PixelsInPoint, 150 * PixelsInPoint)
                    where page[y][x] < 128
                    select (X: x, Y: y)).ToList();
        return (dark.Min(at => at.X), dark.Min(at => at.Y), dark.Max(at => at.X), dark.Max(at => at.Y));
    }
}
