namespace Cycle.Ledger.Accounts;

/// <summary>The language a holder is written to.</summary>
public enum Language
{
    /// <summary>Thai: Buddhist-era years.</summary>
    Thai,

    /// <summary>English: Common-era years.</summary>
    English,
}
