namespace Cycle.Jobs.Reviews;

/// <summary>What a cycle comes to, for whoever lets it go out. Amounts are whole satang.</summary>
public sealed record CycleReview
{
    /// <summary>The lower ends of the balance bands after "owes nothing", in satang.</summary>
    public static IReadOnlyList<long> Bands { get; } = [1, 1_000_00, 5_000_00, 20_000_00, 50_000_00, 100_000_00];

    /// <summary>Statements issued.</summary>
    public required long Count { get; init; }

    /// <summary>The sums of the statements' figures, by figure.</summary>
    public required IReadOnlyDictionary<string, long> Sums { get; init; }

    /// <summary>Statements with 0, 1, 2, 3 and more than 3 cycles overdue.</summary>
    public required IReadOnlyList<long> Overdue { get; init; }

    /// <summary>Statements with a credit balance, owing nothing, and in each of the <see cref="Bands"/>.</summary>
    public required IReadOnlyList<long> Balances { get; init; }

    /// <summary>Sums by product.</summary>
    public required IReadOnlyList<ProductSums> Products { get; init; }

    /// <summary>Statements that are an account's first.</summary>
    public required long FirstCount { get; init; }

    /// <summary>The largest new balances.</summary>
    public required IReadOnlyList<Outlier> Largest { get; init; }

    /// <summary>The largest credit balances.</summary>
    public required IReadOnlyList<Outlier> Negative { get; init; }

    /// <summary>Some that owe nothing though something happened on them.</summary>
    public required IReadOnlyList<Outlier> Zero { get; init; }

    /// <summary>Where interest rose most against the statement before.</summary>
    public required IReadOnlyList<Outlier> Jumps { get; init; }

    /// <summary>Some first statements, largest first.</summary>
    public required IReadOnlyList<Outlier> First { get; init; }

    /// <summary>Accounts drawn at random for a person to look at.</summary>
    public required IReadOnlyList<string> Sample { get; init; }
}
