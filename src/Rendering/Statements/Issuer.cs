namespace Cycle.Rendering.Statements;

/// <summary><c>theme.json</c>: what does not depend on the language.</summary>
internal sealed record Issuer
{
    private const int BillerIdDigits = 15;

    /// <summary>The biller's identification in the Thai bill-payment standard: tax id and a two-digit suffix.</summary>
    public required string BillerId { get; init; }

    /// <summary>The logo's file beside <c>theme.json</c>, an SVG; null or left out for none.</summary>
    public string? Logo { get; init; }

    /// <summary>How the password of a statement that leaves the house is made; null or left out: statements are not protected.</summary>
    public string? Password { get; init; }

    /// <summary>Colours by use, each "#RRGGBB".</summary>
    public required Colours Colours { get; init; }

    /// <summary>This, once its biller id is known to be usable.</summary>
    /// <exception cref="FormatException">The biller id is not 15 digits.</exception>
    internal Issuer Checked() =>
        BillerId.Length == BillerIdDigits && BillerId.All(char.IsAsciiDigit)
            ? this
            : throw new FormatException($"billerId is '{BillerId}', expected {BillerIdDigits} digits.");
}
