namespace Cycle.Ledger.Billing;

/// <summary>One printed line of a statement (files.md, statements.json).</summary>
/// <param name="PostingId">The posting behind the line; a fee line carries the id of the posting it came with.</param>
/// <param name="CardId">The card's token; empty for charges to the account itself.</param>
/// <param name="Kind">The kind as files write it (PURCHASE, FEE_FX_RISK, INSTALMENT, ...).</param>
/// <param name="TransactionDate">When the customer acted.</param>
/// <param name="PostingDate">When the bank booked it.</param>
/// <param name="Description">The merchant as received and masked, or the charge's name.</param>
/// <param name="Original">The amount in the currency of the transaction, unsigned.</param>
/// <param name="Amount">The effect on the balance in baht; debits positive, credits negative.</param>
public sealed record StatementLine(
    string PostingId,
    string CardId,
    string Kind,
    DateOnly TransactionDate,
    DateOnly PostingDate,
    string Description,
    CurrencyAmount Original,
    Money Amount);
