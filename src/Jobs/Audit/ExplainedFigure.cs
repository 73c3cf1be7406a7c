using Cycle.Ledger;

namespace Cycle.Jobs.Audit;

/// <summary>One figure of a statement and everything it is made of.</summary>
/// <param name="Name">The figure, as statements.json calls it.</param>
/// <param name="Value">What the statement says.</param>
/// <param name="Formula">How it follows from its parts, written out; empty for a plain sum of postings.</param>
/// <param name="Parts">Its parts, one line each.</param>
public sealed record ExplainedFigure(string Name, string Value, string Formula, IReadOnlyList<string> Parts)
{
    /// <summary>Texts in formula and parts that are data, the same in every language: merchants, codes, an issuer's own words.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    /// <summary>A figure that is an amount.</summary>
    public static ExplainedFigure Of(string name, Money value, string formula, params IReadOnlyList<string> parts) =>
        new(name, value.ToString(), formula, parts);
}
