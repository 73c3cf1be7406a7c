namespace Cycle.Ledger.Tariffs;

/// <summary>Puts a tariff together from the members of its file; the one list of the names a tariff file knows.</summary>
internal static class TariffDocument
{
    private const int LongestId = 60;

    private static readonly string[] Names =
    [
        "$schema", "id", "title", "interestUnsecured", "interestSecured", "minimumShare", "minimumFloor", "minimumRounding",
        "cashAdvanceFee", "cashAdvanceFeeVat", "cashLimitShare", "fxRisk", "taxPaymentFee", "collection", "serviceFees",
        "dormancyMonths", "spendAlertFrom", "dueNoticeDays", "purchasesWhileRevolving", "products", "channels", "information",
    ];

    private static readonly Dictionary<string, MinimumRounding> Roundings = new(StringComparer.Ordinal)
    {
        ["baht-down"] = MinimumRounding.BahtDown,
        ["satang"] = MinimumRounding.Satang,
        ["baht-up"] = MinimumRounding.BahtUp,
    };

    private static readonly Dictionary<string, PurchasesWhileRevolving> Revolving = new(StringComparer.Ordinal)
    {
        ["own-statement"] = PurchasesWhileRevolving.OwnStatement,
        ["from-posting"] = PurchasesWhileRevolving.FromPosting,
    };

    /// <summary>Reads the whole document; what is wrong is added to the root's problems.</summary>
    public static Tariff Read(TariffNode root, string sha256)
    {
        var file = new TariffObject(root, Names);
        var terms = new TariffTermReader();
        var tariff = new Tariff
        {
            Id = file.Required("id") is { } id ? Id(id) : "",
            Title = file.Required("title") is { } title ? TariffValues.AnyText(title) : "",
            Sha256 = sha256,
            InterestUnsecured = terms.Required(file, "interestUnsecured", Interest),
            InterestSecured = terms.Required(file, "interestSecured", Interest),
            MinimumShare = terms.Required(file, "minimumShare", TariffValues.Percent),
            MinimumFloor = terms.Required(file, "minimumFloor", TariffValues.Money),
            MinimumRounding = terms.Required(file, "minimumRounding", node => TariffValues.OneOf(node, Roundings)),
            CashAdvanceFee = terms.Required(file, "cashAdvanceFee", TariffValues.Percent),
            CashAdvanceFeeVat = terms.Required(file, "cashAdvanceFeeVat", TariffValues.Percent),
            CashLimitShare = terms.Required(file, "cashLimitShare", TariffValues.Percent),
            FxRisk = terms.Required(file, "fxRisk", node => TariffValues.PercentUnder(node, LegalCeilings.FxRisk)),
            TaxPaymentFee = terms.Required(
                file, "taxPaymentFee", node => TariffValues.PercentUnder(node, LegalCeilings.TaxPaymentFee)),
            Collection = terms.Required(file, "collection", TariffGroups.Collection),
            ServiceFees = file.Required("serviceFees") is { } fees ? TariffGroups.ServiceFees(fees, terms) : [],
            DormancyMonths = terms.Required(file, "dormancyMonths", node => TariffValues.Whole1To(node, 120)),
            SpendAlertFrom = terms.Required(file, "spendAlertFrom", TariffValues.Money),
            DueNoticeDays = terms.Required(file, "dueNoticeDays", node => TariffValues.Whole1To(node, Tariff.MostDueNoticeDays)),
            PurchasesWhileRevolving = terms.Required(
                file, "purchasesWhileRevolving", node => TariffValues.OneOf(node, Revolving)),
            Products = file.Required("products") is { } products ? TariffGroups.Products(products, terms) : [],
            Channels = file.Required("channels") is { } channels ? TariffGroups.Channels(channels, terms) : [],
        };

        ReadInformation(file, terms);
        return tariff with { Terms = terms.Terms };
    }

    private static PercentRate Interest(TariffNode node) => TariffValues.PercentUnder(node, LegalCeilings.Interest);

    /// <summary>Terms that no computation uses: text over time, kept to be shown.</summary>
    private static void ReadInformation(TariffObject file, TariffTermReader terms)
    {
        if (file.Optional("information") is not { } information)
        {
            return;
        }

        foreach (var (_, node) in new TariffObject(information, known: null).Members)
        {
            terms.Read(node, TariffValues.AnyText);
        }
    }

    private static string Id(TariffNode node)
    {
        const string Expected = "an id of small letters, digits and -, at most 60";
        var id = node.Text(Expected, "Name the tariff.");
        var isId = id is { Length: >= 1 and <= LongestId }
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (id is not null && !isId)
        {
            node.Report(Expected, "Rename the tariff; the id is printed with everything it produces.");
        }

        return id ?? "";
    }
}
