using Microsoft.AspNetCore.Html;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>A tariff that can be looked at.</summary>
/// <param name="Key">Its hash, or its file's name.</param>
/// <param name="Id">Its id, or its file's name.</param>
/// <param name="UsedFrom">The first business date that was computed by it; null of one that is only shipped.</param>
/// <param name="Content">The file.</param>
internal sealed record KnownTariff(string Key, string Id, DateOnly? UsedFrom, string Content)
{
    private const int ShownOfHash = 8;

    /// <summary>What it is called on pages.</summary>
    public IHtmlContent Name(Words words) => UsedFrom is { } from
        ? words.Marked("{0}, used from {1} ({2})", Id, Show.Date(from), Key[..ShownOfHash])
        : words.Marked("{0}, shipped", Id);

    /// <summary>The same where no part of it can be marked.</summary>
    public string Plain(Words words) => UsedFrom is { } from
        ? words["{0}, used from {1} ({2})", Id, Show.Date(from), Key[..ShownOfHash]]
        : words["{0}, shipped", Id];
}
