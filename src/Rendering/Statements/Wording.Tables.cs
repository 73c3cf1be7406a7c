namespace Cycle.Rendering.Statements;

/// <content>Tables: lines, interest and the warning.</content>
internal sealed partial record Wording
{
    /// <summary>Heading of the lines.</summary>
    public required string TransactionsTitle { get; init; }

    /// <summary>Column: when the customer acted.</summary>
    public required string TransactionDate { get; init; }

    /// <summary>Column: when the bank booked it.</summary>
    public required string PostingDate { get; init; }

    /// <summary>Column: the line's text.</summary>
    public required string Description { get; init; }

    /// <summary>Column: currency and amount of the transaction.</summary>
    public required string OriginalAmount { get; init; }

    /// <summary>Column: the effect on the balance.</summary>
    public required string Amount { get; init; }

    /// <summary>Before a card's number.</summary>
    public required string PrimaryCard { get; init; }

    /// <summary>Before a card's number.</summary>
    public required string SupplementaryCard { get; init; }

    /// <summary>Lines of a card that the master no longer tells.</summary>
    public required string UnknownCard { get; init; }

    /// <summary>Lines of no card.</summary>
    public required string AccountCharges { get; init; }

    /// <summary>Sum of a card's lines.</summary>
    public required string Subtotal { get; init; }

    /// <summary>Running sum at the end of a page.</summary>
    public required string CarriedForward { get; init; }

    /// <summary>Running sum at the top of a page.</summary>
    public required string BroughtForward { get; init; }

    /// <summary>When there are no lines.</summary>
    public required string NoTransactions { get; init; }

    /// <summary>Heading of the legs.</summary>
    public required string InterestTitle { get; init; }

    /// <summary>Column: the item that bore interest.</summary>
    public required string Item { get; init; }

    /// <summary>Column: first day charged.</summary>
    public required string From { get; init; }

    /// <summary>Column: last day charged.</summary>
    public required string To { get; init; }

    /// <summary>Column: days charged.</summary>
    public required string Days { get; init; }

    /// <summary>Column: principal.</summary>
    public required string Principal { get; init; }

    /// <summary>Column: annual rate.</summary>
    public required string Rate { get; init; }

    /// <summary>Sum of the legs.</summary>
    public required string InterestTotal { get; init; }

    /// <summary>Heading of the warning.</summary>
    public required string WarningTitle { get; init; }

    /// <summary>The cost of paying the minimum; {months} and {interest} are filled in.</summary>
    public required string Warning { get; init; }

    /// <summary>The same when the debt outlives the projection.</summary>
    public required string WarningCapped { get; init; }
}
