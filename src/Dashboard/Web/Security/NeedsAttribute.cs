namespace Cycle.Dashboard.Web.Security;

/// <summary>What a page's handler needs beyond what the page needs to be seen.</summary>
/// <param name="policy">One of <see cref="May"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsAttribute(string policy) : Attribute
{
    public string Policy => policy;
}
