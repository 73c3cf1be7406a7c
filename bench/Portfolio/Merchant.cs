namespace Cycle.Bench.Portfolio;

/// <summary>A shop with a generic name, and what one spends there.</summary>
/// <param name="Name">As the network sends it.</param>
/// <param name="Mcc">Merchant category code.</param>
/// <param name="Country">Country code.</param>
/// <param name="Currency">Currency code.</param>
/// <param name="Low">Smallest amount, in whole units of the currency.</param>
/// <param name="High">Largest amount, in whole units of the currency.</param>
internal sealed record Merchant(string Name, string Mcc, string Country, string Currency, int Low, int High)
{
    private static readonly Merchant[] AtHome =
    [
        Thai("ร้านของชำหน้าปากซอย", "5411", 40, 900), Thai("ตลาดสดริมทาง", "5499", 60, 700), Thai("ร้านกาแฟสวนหลังบ้าน", "5814", 55, 320),
        Thai("ครัวป้าแต๋ว, สาขา 2", "5812", 90, 1_600), Thai("ปั๊มน้ำมันกลางเมือง", "5541", 300, 2_200), Thai("ร้านขายยาใกล้บ้าน", "5912", 80, 1_500),
        Thai("ห้างสรรพสินค้าบ้านเรา", "5311", 250, 9_000), Thai("ร้านหนังสือริมน้ำ", "5942", 150, 1_800), Thai("ร้านเครื่องใช้ไฟฟ้า \"แสงดี\"", "5732", 900, 32_000),
        Thai("โรงพยาบาลใจดี", "8062", 700, 28_000), Thai("โรงแรมริมทะเลสาบ", "7011", 1_200, 12_000), Thai("รถไฟฟ้าสายกลางเมือง", "4111", 30, 500),
        Thai("ประกันภัยร่มใหญ่", "6300", 900, 15_000), Thai("โรงเรียนสอนภาษา", "8299", 1_500, 20_000), Thai("CITY TAXI APP", "4121", 60, 450),
        Thai("ONLINE MARKET PLACE", "5399", 99, 6_500), Thai("FILM AND MUSIC STREAMING", "4899", 149, 419),
    ];

    private static readonly Merchant[] Abroad =
    [
        new("Harbour Street Outfitters", "5699", "US", "USD", 12, 480), new("Cloud Storage Plan", "5734", "US", "USD", 2, 60),
        new("Parkhaus Mitte", "7523", "DE", "EUR", 4, 60), new("Buchladen am Fluss", "5942", "DE", "EUR", 9, 140),
        new("Kawabe Shoten", "5411", "JP", "JPY", 380, 24_000), new("Minato Ryokan", "7011", "JP", "JPY", 9_000, 78_000),
        new("Lantern Noodle House", "5812", "SG", "SGD", 6, 120), new("Straits Bookshop", "5942", "SG", "SGD", 10, 190),
        new("Canal Side Tea Room", "5814", "GB", "GBP", 4, 45), new("Northern Rail Tickets", "4112", "GB", "GBP", 15, 160),
    ];

    private static readonly Merchant[] Machines =
    [
        Thai("ตู้เอทีเอ็ม หน้าตลาด", "6011", 500, 10_000), Thai("ATM 0457", "6011", 1_000, 20_000),
        new("ATM SHIBA STATION", "6011", "JP", "JPY", 10_000, 50_000), new("ATM ORCHARD CORNER", "6011", "SG", "SGD", 50, 500),
    ];

    private static readonly Merchant[] Offices =
        [Thai("สำนักงานเขต", "9311", 200, 6_000), Thai("กรมสรรพากร", "9311", 1_500, 40_000), Thai("สำนักงานขนส่ง", "9399", 300, 4_000)];

    public static Merchant Draw(Prng prng, bool abroad) => prng.Pick(abroad ? Abroad : AtHome);

    public static Merchant DrawMachine(Prng prng, bool abroad) => Machines[(abroad ? 2 : 0) + prng.Below(2)];

    public static Merchant DrawOffice(Prng prng) => prng.Pick(Offices);

    /// <summary>Whether it is a cash machine.</summary>
    private bool PaysOutNotes => Mcc == "6011";

    /// <summary>An amount in hundredths of the currency; small ones are likelier, yen have no sen, machines pay out notes.</summary>
    public long DrawAmount(Prng prng)
    {
        var units = Low + (int)((long)(High - Low) * prng.Below(1000) * prng.Below(1000) / 1_000_000);
        if (PaysOutNotes)
        {
            var note = High < 1_000 ? 10 : High < 30_000 ? 100 : 1_000;
            return units / note * note * 100L;
        }

        return (units * 100L) + (Currency == "JPY" ? 0 : prng.Pick((0, 5), (25, 1), (50, 2), (75, 1), (99, 1), (prng.Below(100), 2)));
    }

    private static Merchant Thai(string name, string mcc, int low, int high) => new(name, mcc, "TH", "THB", low, high);
}
