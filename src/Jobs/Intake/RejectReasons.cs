namespace Cycle.Jobs.Intake;

/// <summary>Why a row is rejected, as <c>rejects.csv</c> names it; the first that applies, in this order (files.md).</summary>
public static class RejectReasons
{
    /// <summary>Wrong number of cells, or a cell that is not as described and has no reason of its own.</summary>
    public const string MalformedRow = "MALFORMED_ROW";

    /// <summary>Not a posting kind.</summary>
    public const string UnknownKind = "UNKNOWN_KIND";

    /// <summary>An amount or rate that cannot be read, is not above zero or has too many decimals.</summary>
    public const string BadAmount = "BAD_AMOUNT";

    /// <summary>Not an active ISO 4217 code of a country or union.</summary>
    public const string BadCurrency = "BAD_CURRENCY";

    /// <summary>A date that cannot be read or cannot be.</summary>
    public const string BadDate = "BAD_DATE";

    /// <summary>The posting id was taken before.</summary>
    public const string DuplicatePosting = "DUPLICATE_POSTING";

    /// <summary>No such card.</summary>
    public const string UnknownCard = "UNKNOWN_CARD";

    /// <summary>A debit on a card not activated on or before its posting date.</summary>
    public const string CardNotActive = "CARD_NOT_ACTIVE";

    /// <summary>A debit on a cancelled card.</summary>
    public const string CardCancelled = "CARD_CANCELLED";

    /// <summary>No rate for the currency on the posting date.</summary>
    public const string NoFxRate = "NO_FX_RATE";

    /// <summary>The original is missing, not taken, or of another kind or account.</summary>
    public const string UnknownOriginal = "UNKNOWN_ORIGINAL";

    /// <summary>A reversal that does not match its original, or of one already reversed.</summary>
    public const string ReversalMismatch = "REVERSAL_MISMATCH";

    /// <summary>A payment over its channel's ceiling.</summary>
    public const string ChannelLimit = "CHANNEL_LIMIT";

    /// <summary>A card of an account that is not there.</summary>
    public const string UnknownAccount = "UNKNOWN_ACCOUNT";

    /// <summary>An opening of an account that was opened or cut before, or has postings that count on or before its last statement.</summary>
    public const string AccountNotNew = "ACCOUNT_NOT_NEW";

    /// <summary>An opening whose rows do not add up, or do not fit the account and the rules.</summary>
    public const string OpeningMismatch = "OPENING_MISMATCH";

    /// <summary>Nothing wrong with the row itself: another row of the same opening is rejected or missing, and an account is opened whole or not at all.</summary>
    public const string OpeningIncomplete = "OPENING_INCOMPLETE";
}
