using Cycle.Ledger;

namespace Cycle.Rendering.Samples;

/// <summary>A sample as its file tells it. Money and rates are strings with two decimals, dates yyyy-MM-dd.</summary>
internal sealed record SampleFile
{
    /// <summary>"th" or "en": the language it is drawn in when none is asked for.</summary>
    public required string Language { get; init; }

    public required string AccountId { get; init; }

    public required SampleHolder Thai { get; init; }

    public required SampleHolder English { get; init; }

    public required string Postcode { get; init; }

    public string Mobile { get; init; } = "";

    public required Money CreditLimit { get; init; }

    public required PercentRate AnnualRate { get; init; }

    public required PercentRate MinimumShare { get; init; }

    public required Money MinimumFloor { get; init; }

    public required DateOnly StatementDate { get; init; }

    public required DateOnly DueDate { get; init; }

    public required Money PreviousBalance { get; init; }

    public int OverdueCycles { get; init; }

    public Money OverdueAmount { get; init; }

    public PointsSummary? Points { get; init; }

    public IReadOnlyList<SampleCard> Cards { get; init; } = [];

    /// <summary>What was spent in earlier cycles, the oldest first.</summary>
    public IReadOnlyList<SampleSpending> Spending { get; init; } = [];

    public IReadOnlyList<SampleLine> Lines { get; init; } = [];

    public IReadOnlyList<SampleLeg> Legs { get; init; } = [];
}
