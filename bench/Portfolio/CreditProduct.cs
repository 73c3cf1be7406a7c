namespace Cycle.Bench.Portfolio;

/// <summary>What the generator knows of a product. Fees and days only serve to keep payments plausible.</summary>
/// <param name="Code">The code in the master file.</param>
/// <param name="Network">visa or mastercard.</param>
/// <param name="DueDays">Days from statement to due day.</param>
/// <param name="LowLimit">Lowest credit limit, in thousands of baht.</param>
/// <param name="HighLimit">Highest credit limit, in thousands of baht.</param>
/// <param name="Annual">Annual fee of the primary card, in baht.</param>
/// <param name="AnnualSupplementary">Annual fee of a supplementary card, in baht.</param>
internal sealed record CreditProduct(
    string Code, string Network, int DueDays, int LowLimit, int HighLimit, int Annual, int AnnualSupplementary)
{
    private static readonly (CreditProduct Product, int Weight)[] All =
    [
        (new("MC_PLATINUM", "mastercard", 15, 15, 120, 1_500, 750), 34),
        (new("VISA_PLATINUM_PRECIOUS", "visa", 15, 15, 150, 1_500, 750), 32),
        (new("MC_WORLD", "mastercard", 15, 60, 300, 3_000, 1_500), 18),
        (new("VISA_SIGNATURE_PRESTIGE", "visa", 20, 100, 500, 5_000, 5_000), 10),
        (new("MC_WORLD_ELITE", "mastercard", 20, 200, 1_000, 10_000, 10_000), 6),
    ];

    public static CreditProduct Draw(Prng prng) => prng.Pick(All);
}
