using Cycle.Ledger.Accounts;
using Cycle.Rendering.Statements;

namespace Cycle.Rendering.Tests.Statements;

public sealed class LineTextTests
{
    private static readonly Theme Theme = Theme.Shipped();

    [Theory]
    [InlineData("PURCHASE", "B2S", "B2S")]
    [InlineData("PURCHASE", "Purchase", "ซื้อสินค้าและบริการ")]
    [InlineData("PURCHASE", "Purchase House", "Purchase House")]
    [InlineData("PAYMENT", "Payment", "ชำระเงิน ขอบคุณ")]
    [InlineData("PAYMENT", "", "ชำระเงิน ขอบคุณ")]
    [InlineData("REFUND", "LAZADA", "คืนเงิน · LAZADA")]
    [InlineData("INSTALMENT", "Instalment 3/10", "ผ่อนชำระ · 3/10")]
    [InlineData("INSTALMENT", "POWER BUY 3/10", "ผ่อนชำระ · POWER BUY 3/10")]
    [InlineData("FEE_COLLECTION", "Collection fee", "ค่าทวงถามหนี้")]
    [InlineData("FEE_OF_TOMORROW", "A fee yet unknown", "A fee yet unknown")]
    public void Line_IsCalledInTheAccountsLanguage_ByItsKind(string kind, string description, string expected) =>
        LineText.Of(Theme.WordsIn(Language.Thai), MadeUp.Line(0) with { Kind = kind, Description = description }).ShouldBe(expected);
}
