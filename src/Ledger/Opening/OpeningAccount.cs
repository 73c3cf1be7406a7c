namespace Cycle.Ledger.Opening;

/// <summary>All that another system hands over of one account.</summary>
public sealed class OpeningAccount
{
    /// <summary>An account from its records.</summary>
    /// <param name="head">The account itself.</param>
    /// <param name="records">Its other records, in any order.</param>
    public OpeningAccount(OpeningHead head, IReadOnlyCollection<OpeningRecord> records)
    {
        Head = head;
        Items = [.. records.OfType<OpeningItem>()];
        Reductions = [.. records.OfType<OpeningReduction>()];
        Plans = [.. records.OfType<OpeningPlan>()];
        Parts = [.. records.OfType<OpeningPart>()];
        Fees = [.. records.OfType<OpeningFee>()];
        Interest = [.. records.OfType<OpeningInterest>()];
        Buckets = [.. records.OfType<OpeningBucket>()];
    }

    /// <summary>The account itself.</summary>
    public OpeningHead Head { get; }

    /// <summary>Principal other than instalments.</summary>
    public IReadOnlyList<OpeningItem> Items { get; }

    /// <summary>What reduced items before their statement was made.</summary>
    public IReadOnlyList<OpeningReduction> Reductions { get; }

    /// <summary>Instalment plans.</summary>
    public IReadOnlyList<OpeningPlan> Plans { get; }

    /// <summary>Open instalment parts.</summary>
    public IReadOnlyList<OpeningPart> Parts { get; }

    /// <summary>Fees, billed or not.</summary>
    public IReadOnlyList<OpeningFee> Fees { get; }

    /// <summary>Billed interest.</summary>
    public IReadOnlyList<OpeningInterest> Interest { get; }

    /// <summary>Unfilled minimums of earlier statements.</summary>
    public IReadOnlyList<OpeningBucket> Buckets { get; }

    /// <summary>Fees on statements.</summary>
    public IEnumerable<OpeningFee> BilledFees => Fees.Where(fee => fee.BilledOn is not null);

    /// <summary>Open principal.</summary>
    public Money Principal =>
        Money.Sum(Items.Select(item => item.Outstanding)) + Money.Sum(Parts.Select(part => part.Outstanding));
}
