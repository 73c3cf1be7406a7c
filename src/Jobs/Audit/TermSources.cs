using Cycle.Ledger.Accounts;

namespace Cycle.Jobs.Audit;

/// <summary>Where the terms of a tariff are published, in the reader's language.</summary>
public static class TermSources
{
    /// <summary>A term's source; as its tariff says it when nothing else is known.</summary>
    /// <param name="source">The source in the tariff.</param>
    /// <param name="language">The reader's language.</param>
    public static string In(string source, Language language) => ReasonTexts.In(language).Source(source);
}
