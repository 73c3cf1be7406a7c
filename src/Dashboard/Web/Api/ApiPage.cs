namespace Cycle.Dashboard.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The key to ask the next page with; null on the last.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);
