namespace Cycle.Rendering.Samples;

/// <summary>The holder in one language.</summary>
internal sealed record SampleHolder(string Name, IReadOnlyList<string> Address);
