using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tariffs;

/// <summary>Every figure the computations take from data (rules.md section 2). Nothing here has a value in code.</summary>
public sealed record Tariff
{
    /// <summary>The greatest number of days before the due date that a tariff can have for its due notice; its reader refuses more.</summary>
    public const int MostDueNoticeDays = 31;

    /// <summary>Its name, stored with every statement it produced.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>SHA-256 of the file it was read from, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Percent a year on unsecured accounts.</summary>
    public required Dated<PercentRate> InterestUnsecured { get; init; }

    /// <summary>Percent a year on secured accounts.</summary>
    public required Dated<PercentRate> InterestSecured { get; init; }

    /// <summary>Share of the balance in the minimum payment, by nominal due date.</summary>
    public required Dated<PercentRate> MinimumShare { get; init; }

    /// <summary>Least minimum payment, by nominal due date.</summary>
    public required Dated<Money> MinimumFloor { get; init; }

    /// <summary>Rounding of the percentage part, by nominal due date.</summary>
    public required Dated<MinimumRounding> MinimumRounding { get; init; }

    /// <summary>Fee on cash advances, by posting date.</summary>
    public required Dated<PercentRate> CashAdvanceFee { get; init; }

    /// <summary>VAT on that fee, by posting date.</summary>
    public required Dated<PercentRate> CashAdvanceFeeVat { get; init; }

    /// <summary>Share of the credit limit that may be cash.</summary>
    public required Dated<PercentRate> CashLimitShare { get; init; }

    /// <summary>FX conversion risk charge, by posting date.</summary>
    public required Dated<PercentRate> FxRisk { get; init; }

    /// <summary>Fee on tax and government payments, by posting date.</summary>
    public required Dated<PercentRate> TaxPaymentFee { get; init; }

    /// <summary>The collection fee, by the date it is posted.</summary>
    public required Dated<CollectionTerms> Collection { get; init; }

    /// <summary>Service fees by kind, by posting date.</summary>
    public required IReadOnlyDictionary<PostingKind, Dated<Money>> ServiceFees { get; init; }

    /// <summary>Months without activation or movement after which cards are cancelled.</summary>
    public required Dated<int> DormancyMonths { get; init; }

    /// <summary>Purchases from this amount on are alerted.</summary>
    public required Dated<Money> SpendAlertFrom { get; init; }

    /// <summary>Days before the nominal due date on which the due notice goes out.</summary>
    public required Dated<int> DueNoticeDays { get; init; }

    /// <summary>What new purchases bear while the account revolves.</summary>
    public required Dated<PurchasesWhileRevolving> PurchasesWhileRevolving { get; init; }

    /// <summary>Products by code.</summary>
    public required IReadOnlyDictionary<string, Product> Products { get; init; }

    /// <summary>Payment channels with a charge or a ceiling; a channel that is not listed has neither.</summary>
    public required IReadOnlyDictionary<string, Dated<ChannelTerms>> Channels { get; init; }

    /// <summary>Every term as the file states it, with its source; terms that are only shown are among them.</summary>
    public IReadOnlyList<TariffTerm> Terms { get; init; } = [];

    /// <summary>The interest rate of an account on a date.</summary>
    public PercentRate InterestRate(bool secured, DateOnly date) =>
        (secured ? InterestSecured : InterestUnsecured).On(date);

    /// <summary>A product by its code.</summary>
    /// <exception cref="KeyNotFoundException">The tariff has no such product; intake refuses such accounts.</exception>
    public Product Product(string code) => Products.TryGetValue(code, out var product)
        ? product
        : throw new KeyNotFoundException($"Tariff {Id} defines no product '{code}'.");
}
