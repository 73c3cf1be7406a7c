namespace Cycle.Jobs.Messages;

/// <summary>What a sender did.</summary>
/// <param name="Sent">Messages the gateway took.</param>
/// <param name="PutOff">Attempts that met a passing fault.</param>
/// <param name="Dead">Messages that became dead letters.</param>
/// <param name="InDoubt">Messages that another sender was interrupted with, handed over again.</param>
/// <param name="QuietUntil">When sending may go on, where quiet hours ended it.</param>
public sealed record SendingTotals(int Sent, int PutOff, int Dead, int InDoubt, DateTimeOffset? QuietUntil)
{
    /// <summary>Nothing yet.</summary>
    public static readonly SendingTotals Nothing = new(0, 0, 0, 0, null);
}
