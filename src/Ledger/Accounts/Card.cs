namespace Cycle.Ledger.Accounts;

/// <summary>A card as the master file tells it; never a card number, only its token and last four digits.</summary>
/// <param name="CardId">The card's token.</param>
/// <param name="AccountId">The account it belongs to.</param>
/// <param name="Role">Primary or supplementary.</param>
/// <param name="Network">"visa" or "mastercard".</param>
/// <param name="Last4">The last four digits of the number.</param>
/// <param name="HolderName">The name embossed on it.</param>
/// <param name="ApprovedDate">When it was approved.</param>
/// <param name="ActivatedDate">When the holder activated it, if so.</param>
/// <param name="CancelledDate">When it was cancelled, if so.</param>
public sealed record Card(
    string CardId,
    string AccountId,
    CardRole Role,
    string Network,
    string Last4,
    string HolderName,
    DateOnly ApprovedDate,
    DateOnly? ActivatedDate,
    DateOnly? CancelledDate);
