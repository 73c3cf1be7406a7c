namespace Cycle.Ledger.Billing;

/// <summary>The sums a statement prints, made of its lines; unsigned but for the fees (rules.md section 6).</summary>
/// <param name="Payments">PAYMENT.</param>
/// <param name="Refunds">REFUND and the principal of REVERSAL.</param>
/// <param name="Purchases">PURCHASE and TAX_PAYMENT.</param>
/// <param name="CashAdvances">CASH_ADVANCE.</param>
/// <param name="Instalments">INSTALMENT.</param>
/// <param name="Fees">Every fee, less those taken back or credited.</param>
internal sealed record LineTotals(
    Money Payments, Money Refunds, Money Purchases, Money CashAdvances, Money Instalments, Money Fees)
{
    /// <summary>The effect of all lines on the balance.</summary>
    public Money Net => Purchases + CashAdvances + Instalments + Fees - Payments - Refunds;

    public static LineTotals Of(IEnumerable<StatementLine> lines)
    {
        Money payments = default, refunds = default, purchases = default, cash = default, instalments = default, fees = default;
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case "PAYMENT":
                    payments -= line.Amount;
                    break;
                case "REFUND" or "REVERSAL":
                    refunds -= line.Amount;
                    break;
                case "PURCHASE" or "TAX_PAYMENT":
                    purchases += line.Amount;
                    break;
                case "CASH_ADVANCE":
                    cash += line.Amount;
                    break;
                case StatementLines.Instalment:
                    instalments += line.Amount;
                    break;
                default:
                    fees += line.Amount;
                    break;
            }
        }

        return new(payments, refunds, purchases, cash, instalments, fees);
    }
}
