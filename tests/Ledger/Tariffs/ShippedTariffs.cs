using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

/// <summary>The tariffs of the repository's tariffs folder, as shipped.</summary>
internal static class ShippedTariffs
{
    public static Tariff Gsb2026 { get; } = Load("gsb-2026");

    public static Tariff Gsb2026TenPercent { get; } = Load("gsb-2026-ten-percent");

    public static Tariff ExampleIssuer { get; } = Load("example-issuer");

    public static byte[] Bytes(string id) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "tariffs", $"{id}.json"));

    public static string Text(string id) => System.Text.Encoding.UTF8.GetString(Bytes(id));

    private static Tariff Load(string id) => TariffReader.Read(Bytes(id));
}
