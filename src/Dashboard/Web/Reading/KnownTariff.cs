namespace Cycle.Dashboard.Web.Reading;

/// <summary>A tariff that can be looked at.</summary>
/// <param name="Key">Its hash, or its file's name.</param>
/// <param name="Name">What it is called on pages.</param>
/// <param name="Content">The file.</param>
internal sealed record KnownTariff(string Key, string Name, string Content);
