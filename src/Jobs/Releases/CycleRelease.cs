namespace Cycle.Jobs.Releases;

/// <summary>How far a cycle's release is.</summary>
/// <param name="StatementDate">The cycle's statement date.</param>
/// <param name="Statements">Statements in it.</param>
/// <param name="NewBalance">What they come to, in baht as the control report has it.</param>
/// <param name="Held">Statements held back.</param>
/// <param name="AskedBy">Who asked for release, if anybody did.</param>
/// <param name="AskedAt">When.</param>
/// <param name="ReleasedBy">Who released it, another person.</param>
/// <param name="ReleasedAt">When.</param>
public sealed record CycleRelease(
    DateOnly StatementDate, long Statements, string NewBalance, long Held, string? AskedBy, DateTimeOffset? AskedAt, string? ReleasedBy,
    DateTimeOffset? ReleasedAt)
{
    /// <summary>none, asked or released.</summary>
    public string State => ReleasedAt is not null ? "released" : AskedAt is not null ? "asked" : "none";
}
