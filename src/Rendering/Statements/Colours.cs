namespace Cycle.Rendering.Statements;

/// <summary>The colours of <c>theme.json</c> as written there.</summary>
internal sealed record Colours
{
    /// <summary>Headings, the band with the new balance.</summary>
    public required string Brand { get; init; }

    /// <summary>Small marks beside the brand colour.</summary>
    public required string Accent { get; init; }

    /// <summary>Words on the brand colour that are less important than the figures.</summary>
    public required string OnBrand { get; init; }

    /// <summary>Background of panels.</summary>
    public required string Tint { get; init; }

    /// <summary>Thin lines between rows.</summary>
    public required string Hairline { get; init; }

    /// <summary>Text.</summary>
    public required string Text { get; init; }

    /// <summary>Text that supports other text.</summary>
    public required string Muted { get; init; }

    /// <summary>Overdue amounts.</summary>
    public required string Alert { get; init; }

    /// <summary>Background of overdue amounts.</summary>
    public required string AlertTint { get; init; }
}
