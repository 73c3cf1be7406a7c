using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tariffs;

/// <summary>Reads the parts of a tariff that are more than one figure: products, channels, service fees, the collection fee.</summary>
internal static class TariffGroups
{
    private const int LongestCode = 40;
    private static readonly string[] CollectionNames = ["overdueAbove", "oneCycle", "moreCycles"];
    private static readonly string[] ChannelNames = ["charge", "maxPayment", "maxPerDay"];
    private static readonly string[] PointNames = ["bahtPerPoint", "validMonths", "coBrand"];
    private static readonly string[] ProductNames =
        ["name", "dueDays", "entrancePrimary", "entranceSupplementary", "annualPrimary", "annualSupplementary", "points"];

    public static CollectionTerms Collection(TariffNode node)
    {
        var members = new TariffObject(node, CollectionNames);
        return new(Amount(members, "overdueAbove"), Amount(members, "oneCycle"), Amount(members, "moreCycles"));
    }

    public static ChannelTerms Channel(TariffNode node)
    {
        var members = new TariffObject(node, ChannelNames);
        return new(Amount(members, "charge"), Limit(members, "maxPayment"), Limit(members, "maxPerDay"));
    }

    public static PointTerms Points(TariffNode node)
    {
        var members = new TariffObject(node, PointNames);
        return new(
            members.Required("bahtPerPoint") is { } baht ? TariffValues.Whole1To(baht, 100_000) : 1,
            members.Optional("validMonths") is { } months ? TariffValues.Whole1To(months, 1_200) : null,
            members.Required("coBrand") is { } coBrand && TariffValues.TrueOrFalse(coBrand));
    }

    public static Dictionary<PostingKind, Dated<Money>> ServiceFees(TariffNode node, TariffTermReader terms)
    {
        var members = new TariffObject(node, [.. PostingKinds.ServiceFees.Select(kind => kind.Name())]);
        return PostingKinds.ServiceFees.ToDictionary(
            kind => kind, kind => terms.Required(members, kind.Name(), TariffValues.Money));
    }

    public static Dictionary<string, Dated<ChannelTerms>> Channels(TariffNode node, TariffTermReader terms) =>
        new TariffObject(node, PaymentChannels.All).Members.ToDictionary(
            member => member.Key, member => terms.Read(member.Value, Channel), StringComparer.Ordinal);

    public static Dictionary<string, Product> Products(TariffNode node, TariffTermReader terms)
    {
        var members = new TariffObject(node, known: null);
        if (members.IsObject && !members.Members.Any())
        {
            node.Report("at least one product", "Add the products that accounts.csv names.");
        }

        return members.Members.ToDictionary(
            member => member.Key, member => Product(member.Key, member.Value, terms), StringComparer.Ordinal);
    }

    private static Product Product(string code, TariffNode node, TariffTermReader terms)
    {
        if (code.Length is < 1 or > LongestCode || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            node.Report("a product code of capitals, digits and _, at most 40", "Rename the product as accounts.csv writes it.");
        }

        var members = new TariffObject(node, ProductNames);
        return new(
            code,
            members.Required("name") is { } name ? TariffValues.AnyText(name) : "",
            terms.Required(members, "dueDays", value => TariffValues.Whole1To(value, Tariffs.Product.MostDueDays)),
            terms.Required(members, "entrancePrimary", TariffValues.Money),
            terms.Required(members, "entranceSupplementary", TariffValues.Money),
            terms.Required(members, "annualPrimary", TariffValues.Money),
            terms.Required(members, "annualSupplementary", TariffValues.Money))
        {
            Points = members.Optional("points") is { } points ? terms.Read(points, Points) : null,
        };
    }

    private static Money Amount(TariffObject members, string name) =>
        members.Required(name) is { } node ? TariffValues.Money(node) : Money.Zero;

    private static Money? Limit(TariffObject members, string name) =>
        members.Optional(name) is { } node ? TariffValues.MoneyAboveZero(node) : null;
}
