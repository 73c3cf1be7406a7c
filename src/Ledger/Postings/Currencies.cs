namespace Cycle.Ledger.Postings;

/// <summary>
/// ISO 4217 as of 2026: the active codes of countries and unions with their decimals. Funds, bond units, metals, test codes and
/// codes that were withdrawn (ANG, BGN, HRK, SLL, ZWL and older ones) are not currencies a card is charged in.
/// </summary>
public static class Currencies
{
    private const string TwoDecimals =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK " +
        "DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK " +
        "LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR " +
        "RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED " +
        "VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly Dictionary<string, int> DecimalsByCode = Table();

    /// <summary>Every active code.</summary>
    public static IReadOnlyCollection<string> Codes => DecimalsByCode.Keys;

    /// <summary>Looks a code up.</summary>
    /// <param name="code">Three capitals; anything else is not a currency.</param>
    /// <param name="decimals">Decimals of the currency by the standard: 0, 2 or 3. A posting has at most two all the same.</param>
    public static bool TryGetDecimals(string code, out int decimals) => DecimalsByCode.TryGetValue(code, out decimals);

    private static Dictionary<string, int> Table()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (codes, decimals) in new[] { (TwoDecimals, 2), (NoDecimals, 0), (ThreeDecimals, 3) })
        {
            foreach (var code in codes.Split(' '))
            {
                table.Add(code, decimals);
            }
        }

        return table;
    }
}
