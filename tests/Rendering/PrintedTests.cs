using Cycle.Ledger;
using Cycle.Ledger.Accounts;

namespace Cycle.Rendering.Tests;

public sealed class PrintedTests
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(-1, "-0.01")]
    [InlineData(99_999, "999.99")]
    [InlineData(100_000, "1,000.00")]
    [InlineData(-104_000_000, "-1,040,000.00")]
    [InlineData(long.MaxValue, "92,233,720,368,547,758.07")]
    [InlineData(long.MinValue, "-92,233,720,368,547,758.08")]
    public void Amount_HasSeparators_AtEveryThousand(long satang, string expected) => Printed.Amount(new(satang)).ShouldBe(expected);

    [Theory]
    [InlineData(-999, "-999")]
    [InlineData(1_000_000, "1,000,000")]
    public void Count_HasSeparators_AtEveryThousand(long number, string expected) => Printed.Count(number).ShouldBe(expected);

    [Fact]
    public void Date_IsOfTheLanguagesEra_InEveryMonth()
    {
        Printed.Date(new(2026, 8, 18), Language.Thai).ShouldBe("18 ส.ค. 2569");
        Printed.Date(new(2026, 8, 18), Language.English).ShouldBe("18 Aug 2026");
        Enumerable.Range(1, 12).Select(month => Printed.Date(new(2026, month, 1), Language.Thai)).Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public void CardNumber_ShowsFourDigits_AtMost()
    {
        Printed.CardNumber("1234").ShouldBe("XXXX-XXXX-XXXX-1234");
        Printed.CardNumber("4111111111111234").ShouldBe("XXXX-XXXX-XXXX-1234");
    }

    [Fact]
    public void Original_TellsItsCurrency_BeforeTheAmount() =>
        Printed.Original(new("JPY", 123_456_700)).ShouldBe("JPY 1,234,567.00");
}
