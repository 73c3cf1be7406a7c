namespace Cycle.Rendering.Messages;

/// <summary>
/// The wording of one kind of message in one language: the usual one and, where there is one, a shorter one for when the usual one
/// leaves no room. A Thai shop's name turns an English message of 160 characters into one of 70; the short wording then keeps the name
/// readable and the message in one segment.
/// </summary>
/// <param name="usual">The wording.</param>
/// <param name="brief">The shorter one.</param>
/// <param name="segments">Segments the message should take at most.</param>
/// <param name="leastMerchant">Characters of the merchant's name that should stay at least.</param>
internal sealed class MessageWording(MessageTemplate usual, MessageTemplate? brief, int segments, int leastMerchant)
{
    private readonly MessageTemplate[] _wordings = brief is null ? [usual] : [usual, brief];

    /// <summary>Segments the message should take at most.</summary>
    internal int Segments => segments;

    /// <summary>
    /// The message within its limit: the usual wording with the merchant's name as long as fits, else the short one. Figures are never
    /// shortened; where they alone need more segments than the limit, as few as they allow.
    /// </summary>
    internal string Write(Dictionary<string, string> values)
    {
        for (var most = segments; ; most++)
        {
            foreach (var least in (int[])[leastMerchant, 0])
            {
                foreach (var wording in _wordings)
                {
                    if (Fitted(wording, values, most, least) is { } text)
                    {
                        return text;
                    }
                }
            }
        }
    }

    private static string? Fitted(MessageTemplate wording, Dictionary<string, string> values, int most, int least)
    {
        var whole = wording.Write(values);
        if (SmsSegments.Count(whole) <= most)
        {
            return whole;
        }

        if (!values.TryGetValue(TemplateValues.Merchant, out var merchant))
        {
            return null;
        }

        return MerchantName.LongestFirst(merchant)
            .TakeWhile(name => name.Length >= least)
            .Select(name => wording.Write(new(values) { [TemplateValues.Merchant] = name }))
            .FirstOrDefault(text => SmsSegments.Count(text) <= most);
    }
}
