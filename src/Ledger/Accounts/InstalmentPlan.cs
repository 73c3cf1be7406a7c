namespace Cycle.Ledger.Accounts;

/// <summary>An instalment plan with parts still to come (rules.md section 3).</summary>
/// <param name="PostingId">The purchase.</param>
/// <param name="CardId">The card it was made with.</param>
/// <param name="TransactionDate">When the customer bought.</param>
/// <param name="Merchant">Merchant as received and masked.</param>
/// <param name="Amount">The whole amount in baht.</param>
/// <param name="Months">Number of parts, 2 or more.</param>
/// <param name="PartsBilled">Parts already on statements.</param>
public sealed record InstalmentPlan(
    string PostingId,
    string CardId,
    DateOnly TransactionDate,
    string Merchant,
    Money Amount,
    int Months,
    int PartsBilled)
{
    /// <summary>A part's amount: amount/n cut to the satang, the last part carries the rest.</summary>
    /// <param name="number">1 to <see cref="Months"/>.</param>
    public Money Part(int number)
    {
        var even = Amount.Satang / Months;
        return new(number == Months ? Amount.Satang - (even * (Months - 1)) : even);
    }

    /// <summary>The sum of the parts on statements.</summary>
    public Money Billed => PartsBilled == Months ? Amount : new(Amount.Satang / Months * PartsBilled);

    /// <summary>The sum of the parts still to come: not in the balance, but using up the limit.</summary>
    public Money ToCome => Amount - Billed;
}
