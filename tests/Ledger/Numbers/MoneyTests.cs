namespace Cycle.Ledger.Tests.Numbers;

public sealed class MoneyTests
{
    [Fact]
    public void Money_adds_subtracts_and_negates_satang()
    {
        (Baht("1.50") + Baht("0.75")).ShouldBe(new Money(225));
        (Baht("1.50") - Baht("2.00")).ShouldBe(new Money(-50));
        (-Baht("1.50")).ShouldBe(new Money(-150));
        Money.FromBaht(3).ShouldBe(new Money(300));
        Money.Sum([Baht("1.00"), Baht("2.00"), Baht("-0.50")]).ShouldBe(Baht("2.50"));
        Money.Sum([]).ShouldBe(Money.Zero);
    }

    [Fact]
    public void Money_compares_by_amount()
    {
        Money small = new(1), large = new(2);

        (small < large && large > small && small <= large && large >= small).ShouldBeTrue();
        (large < small || small > large || large <= small || small >= large).ShouldBeFalse();
        (small <= new Money(1) && small >= new Money(1)).ShouldBeTrue();
        (small < new Money(1) || small > new Money(1)).ShouldBeFalse();
        Money.Min(small, large).ShouldBe(small);
        Money.Min(large, small).ShouldBe(small);
        Money.Max(small, large).ShouldBe(large);
        Money.Max(large, small).ShouldBe(large);
        small.CompareTo(large).ShouldBeLessThan(0);
    }

    [Fact]
    public void Only_more_than_nothing_is_positive()
    {
        new Money(1).IsPositive.ShouldBeTrue();
        Money.Zero.IsPositive.ShouldBeFalse();
        new Money(-1).IsPositive.ShouldBeFalse();
        Money.Zero.IsZero.ShouldBeTrue();
        new Money(-1).IsZero.ShouldBeFalse();
    }

    [Fact]
    public void An_overflow_is_an_error_never_a_wrong_figure()
    {
        Should.Throw<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Should.Throw<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Should.Throw<OverflowException>(() => -new Money(long.MinValue));
        Should.Throw<OverflowException>(() => Money.FromBaht(long.MaxValue));
        Should.Throw<OverflowException>(() => Money.Sum([new(long.MaxValue), new(1)]));
    }

    [Fact]
    public void Amounts_in_another_currency_are_foreign()
    {
        new CurrencyAmount("USD", 1250).IsForeign.ShouldBeTrue();
        new CurrencyAmount("USD", 1250).ToString().ShouldBe("12.50");
        CurrencyAmount.OfBaht(Baht("-12.50")).ShouldBe(new CurrencyAmount("THB", 1250));
        CurrencyAmount.OfBaht(Baht("12.50")).IsForeign.ShouldBeFalse();
        Percent("16.00").ToString().ShouldBe("16.00");
    }
}
