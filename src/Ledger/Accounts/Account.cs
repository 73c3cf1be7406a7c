namespace Cycle.Ledger.Accounts;

/// <summary>An account as the master file tells it (files.md, accounts.csv).</summary>
/// <param name="AccountId">The account's token.</param>
/// <param name="CustomerId">The customer's token.</param>
/// <param name="CustomerName">Name of the holder as printed.</param>
/// <param name="Product">The product's code in the tariff.</param>
/// <param name="Secured">Whether the whole limit is covered by collateral.</param>
/// <param name="CreditLimit">Limit shared by all cards of the account.</param>
/// <param name="StatementDay">Nominal statement day, 1 to 31, clamped to each month's end.</param>
/// <param name="Language">Language of statements and messages.</param>
/// <param name="Mobile">Mobile number as received; may be empty.</param>
/// <param name="SmsOptIn">Whether the holder wants messages.</param>
/// <param name="AddressLines">Up to three address lines; empty ones left out.</param>
/// <param name="Postcode">Postcode; may be empty.</param>
public sealed record Account(
    string AccountId,
    string CustomerId,
    string CustomerName,
    string Product,
    bool Secured,
    Money CreditLimit,
    int StatementDay,
    Language Language,
    string Mobile,
    bool SmsOptIn,
    IReadOnlyList<string> AddressLines,
    string Postcode);
