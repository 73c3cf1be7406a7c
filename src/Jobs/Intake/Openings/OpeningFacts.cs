using Cycle.Ledger.Accounts;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>What the accounts of a chunk are judged against; what is opened on the way is noted here for those that follow.</summary>
internal sealed class OpeningFacts
{
    /// <summary>Accounts on a master.</summary>
    public Dictionary<string, KnownAccount> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms of these accounts, in order of their dates.</summary>
    public Dictionary<string, List<AccountTerms>> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>Whose the cards of these accounts are.</summary>
    public Dictionary<string, string> Cards { get; } = new(StringComparer.Ordinal);

    /// <summary>Posting ids taken before, with file and line.</summary>
    public Dictionary<string, (string File, long Line)> Taken { get; } = new(StringComparer.Ordinal);
}
