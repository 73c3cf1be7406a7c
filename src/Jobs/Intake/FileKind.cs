namespace Cycle.Jobs.Intake;

/// <summary>What a file brings, in the order a night takes the kinds in.</summary>
public enum FileKind
{
    /// <summary>Holidays.</summary>
    Holidays,

    /// <summary>Account masters.</summary>
    Accounts,

    /// <summary>Card masters.</summary>
    Cards,

    /// <summary>A table of exchange rates.</summary>
    Fx,

    /// <summary>Opening balances of accounts that come from another system.</summary>
    Opening,

    /// <summary>Postings.</summary>
    Postings,
}
