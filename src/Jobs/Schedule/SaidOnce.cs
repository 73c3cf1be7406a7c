using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Schedule;

/// <summary>Says what happened; the same words again and again, as long as something is out of order, are said once.</summary>
/// <param name="say">Told in words; never a card number.</param>
internal sealed class SaidOnce(Action<string> say)
{
    private string? _last;

    /// <summary>Says it, unless it is what was said last.</summary>
    public void Say(string words)
    {
        if (words != _last)
        {
            _last = words;
            say(CardNumberMask.MaskLongDigits(words));
        }
    }
}
