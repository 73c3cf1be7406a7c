using Cycle.Ledger.Accounts;

namespace Cycle.Rendering.Messages;

/// <summary>A message as a template writes it with extreme values.</summary>
/// <param name="Language">The language.</param>
/// <param name="Template">The template's name, "due-notice".</param>
/// <param name="Values">What is extreme about the values, in words.</param>
/// <param name="Text">The message.</param>
/// <param name="MostSegments">Segments it may take.</param>
/// <param name="MayExceed">Whether its figures are beyond what the limit is meant for: they are never shortened.</param>
public sealed record CheckedMessage(Language Language, string Template, string Values, string Text, int MostSegments, bool MayExceed)
{
    /// <summary>Whether it goes out in the 7-bit alphabet; UCS-2 otherwise.</summary>
    public bool IsGsm7 => SmsSegments.IsGsm7(Text);

    /// <summary>Its length in septets or UTF-16 units.</summary>
    public int Units => SmsSegments.Units(Text);

    /// <summary>Segments it takes.</summary>
    public int Segments => SmsSegments.Count(Text);

    /// <summary>Whether it takes more than it may.</summary>
    public bool IsTooLong => Segments > MostSegments && !MayExceed;
}
