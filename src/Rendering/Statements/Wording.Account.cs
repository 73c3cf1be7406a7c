namespace Cycle.Rendering.Statements;

/// <content>Account: names, dates and sums.</content>
internal sealed partial record Wording
{
    /// <summary>Name of the issuer.</summary>
    public required string IssuerName { get; init; }

    /// <summary>Where to ask.</summary>
    public required string Contact { get; init; }

    /// <summary>Title of the document.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>Page number; {page} and {pages} are filled in.</summary>
    public required string Page { get; init; }

    /// <summary>The account's number.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>The primary card's number.</summary>
    public required string CardNumber { get; init; }

    /// <summary>The cut.</summary>
    public required string StatementDate { get; init; }

    /// <summary>The due date.</summary>
    public required string DueDate { get; init; }

    /// <summary>What is owed.</summary>
    public required string NewBalance { get; init; }

    /// <summary>The least to pay.</summary>
    public required string MinimumPayment { get; init; }

    /// <summary>How the balance can be paid, in one sentence.</summary>
    public required string HowToPay { get; init; }

    /// <summary>Shown when nothing is owed.</summary>
    public required string NothingToPay { get; init; }

    /// <summary>Shown when the balance is negative.</summary>
    public required string CreditBalance { get; init; }

    /// <summary>The currency after or before a figure in running text and headings.</summary>
    public required string Baht { get; init; }

    /// <summary>What earlier minimums lack.</summary>
    public required string OverdueAmount { get; init; }

    /// <summary>Beside the overdue amount; {cycles} is filled in.</summary>
    public required string OverdueNote { get; init; }

    /// <summary>Heading of the sums.</summary>
    public required string SummaryTitle { get; init; }

    /// <summary>The balance at the last cut.</summary>
    public required string PreviousBalance { get; init; }

    /// <summary>Sum of payments.</summary>
    public required string Payments { get; init; }

    /// <summary>Sum of refunds.</summary>
    public required string Refunds { get; init; }

    /// <summary>Sum of purchases.</summary>
    public required string Purchases { get; init; }

    /// <summary>Sum of cash advances.</summary>
    public required string CashAdvances { get; init; }

    /// <summary>Sum of instalment parts.</summary>
    public required string Instalments { get; init; }

    /// <summary>Sum of fees.</summary>
    public required string Fees { get; init; }

    /// <summary>Sum of interest.</summary>
    public required string Interest { get; init; }

    /// <summary>Heading of the limit.</summary>
    public required string CreditTitle { get; init; }

    /// <summary>The limit.</summary>
    public required string CreditLimit { get; init; }

    /// <summary>What is left of it.</summary>
    public required string AvailableCredit { get; init; }

    /// <summary>The rate in force.</summary>
    public required string AnnualRate { get; init; }

    /// <summary>Heading of the chart.</summary>
    public required string SpendingTitle { get; init; }

    /// <summary>Heading of the points.</summary>
    public required string PointsTitle { get; init; }

    /// <summary>Shown when the account has no points.</summary>
    public required string NoPoints { get; init; }

    /// <summary>Points of this cycle.</summary>
    public required string PointsEarned { get; init; }

    /// <summary>Points redeemed in this cycle.</summary>
    public required string PointsUsed { get; init; }

    /// <summary>Points left.</summary>
    public required string PointsBalance { get; init; }

    /// <summary>Points that die next; {date} is filled in.</summary>
    public required string PointsExpiring { get; init; }
}
