namespace Cycle.Dashboard.Web;

/// <summary>Something a person may do on a page: a button that opens what it will do, asks why, and only then does it.</summary>
/// <param name="Handler">The page's handler.</param>
/// <param name="Label">On the button.</param>
/// <param name="What">What it will do.</param>
/// <param name="Confirm">On the button that does it.</param>
/// <param name="IsGrave">Whether it takes something away.</param>
/// <param name="Hidden">What the handler has to know besides.</param>
internal sealed record Act(string Handler, string Label, string What, string Confirm, bool IsGrave = false, Dictionary<string, string>? Hidden = null)
{
    /// <summary>Tells the reason's fields of a page apart.</summary>
    public string FieldId { get; } = $"reason-{Guid.NewGuid():N}";
}
