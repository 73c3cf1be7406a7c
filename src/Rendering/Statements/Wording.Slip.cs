namespace Cycle.Rendering.Statements;

/// <content>Payment slip.</content>
internal sealed partial record Wording
{
    /// <summary>Heading of the slip.</summary>
    public required string SlipTitle { get; init; }

    /// <summary>How to use the slip.</summary>
    public required string SlipNote { get; init; }

    /// <summary>The holder's name.</summary>
    public required string Holder { get; init; }

    /// <summary>The issuer in the bill-payment network.</summary>
    public required string BillerId { get; init; }

    /// <summary>The account in the bill-payment network.</summary>
    public required string Reference1 { get; init; }

    /// <summary>Under the code with the new balance.</summary>
    public required string PayFull { get; init; }

    /// <summary>Under the code with the minimum.</summary>
    public required string PayMinimum { get; init; }

    /// <summary>Under the code without an amount.</summary>
    public required string PayAny { get; init; }
}
