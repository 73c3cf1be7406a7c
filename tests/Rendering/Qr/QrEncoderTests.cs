using Cycle.Ledger;
using Cycle.Rendering.Qr;
using Cycle.Rendering.Statements;
using QRCoder;

namespace Cycle.Rendering.Tests.Qr;

/// <summary>Our codes against those of a library that knows nothing of ours, module by module, the choice of the mask included.</summary>
public sealed class QrEncoderTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    [Fact]
    public void Code_IsThatOfAnotherEncoder_ForEveryLength()
    {
        var random = new Random(417);
        for (var length = 1; length <= QrSize.MostCharacters; length++)
        {
            // The other encoder has a mode of its own for long runs of digits, which are as good as never drawn here; the letter keeps it from it.
            RequireSameAsOther("A" + string.Concat(Enumerable.Range(1, length - 1).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
        }
    }

    [Fact]
    public void Size_HoldsTheLongestBillPayment()
    {
        var payload = BillPayment.Payload("099999999999900", "12345678901234567890", new Money(999_999_999_999));
        payload.Length.ShouldBe(117);
        QrEncoder.Encode(payload).Side.ShouldBe(37);
    }

    [Fact]
    public void Text_IsRefused_WhenACodeCannotHoldIt()
    {
        Should.Throw<ArgumentException>(() => QrEncoder.Encode("abc")).Message.ShouldContain("'a'");
        Should.Throw<ArgumentOutOfRangeException>(() => QrEncoder.Encode(new('A', QrSize.MostCharacters + 1)));
    }

    private static void RequireSameAsOther(string text)
    {
        var ours = QrEncoder.Encode(text);
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        const int quiet = 4;
        code.ModuleMatrix.Count.ShouldBe(ours.Side + (2 * quiet), text);
        for (var y = 0; y < ours.Side; y++)
        {
            for (var x = 0; x < ours.Side; x++)
            {
                if (ours.IsSet(x, y) != code.ModuleMatrix[y + quiet][x + quiet])
                {
                    Assert.Fail($"{text}: module {x},{y}");
                }
            }
        }
    }
}
