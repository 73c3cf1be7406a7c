namespace Cycle.Bench.Portfolio;

/// <summary>A name put together from common given names and invented surnames, in Thai and as it is embossed.</summary>
/// <param name="Title">Mr, Mrs or Miss, in Thai.</param>
/// <param name="Thai">Given name and surname in Thai.</param>
/// <param name="Embossed">The same in capitals on the card.</param>
/// <param name="Surname">Which surname it is, so that a family can share it.</param>
internal sealed record ThaiName(string Title, string Thai, string Embossed, int Surname)
{
    private static readonly (string Thai, string Latin)[] Men =
    [
        ("กิตติ", "KITTI"), ("จักรพันธ์", "CHAKKRAPHAN"), ("ชัยวัฒน์", "CHAIWAT"), ("ณัฐพล", "NATTHAPHON"), ("ธนากร", "THANAKON"),
        ("นพดล", "NOPPHADON"), ("บุญส่ง", "BUNSONG"), ("ประเสริฐ", "PRASOET"), ("พงศกร", "PHONGSAKON"), ("ภานุวัฒน์", "PHANUWAT"),
        ("มานพ", "MANOP"), ("วรวุฒิ", "WORAWUT"), ("ศุภชัย", "SUPHACHAI"), ("สมบัติ", "SOMBAT"), ("อนุชา", "ANUCHA"), ("เอกชัย", "EKKACHAI"),
    ];

    private static readonly (string Thai, string Latin)[] Women =
    [
        ("กนกวรรณ", "KANOKWAN"), ("จันทร์เพ็ญ", "CHANPHEN"), ("ชลธิชา", "CHONTHICHA"), ("ณัฐชา", "NATCHA"), ("ดวงใจ", "DUANGCHAI"),
        ("ธิดารัตน์", "THIDARAT"), ("นงลักษณ์", "NONGLAK"), ("ปราณี", "PRANI"), ("พรทิพย์", "PHONTHIP"), ("เพ็ญศรี", "PHENSI"),
        ("มณีรัตน์", "MANIRAT"), ("รัตนา", "RATTANA"), ("วิไลวรรณ", "WILAIWAN"), ("ศิริพร", "SIRIPHON"), ("สุภาพร", "SUPHAPHON"), ("อรุณี", "ARUNI"),
    ];

    private static readonly (string Thai, string Latin)[] Surnames =
    [
        ("กองแก้ว", "KONGKAEO"), ("แก้วมงคล", "KAEOMONGKHON"), ("คงทอง", "KHONGTHONG"), ("จันทร์ฉาย", "CHANCHAI"), ("ชมสวน", "CHOMSUAN"),
        ("ดีประเสริฐ", "DIPRASOET"), ("ตั้งใจดี", "TANGCHAIDI"), ("ทองประดับ", "THONGPRADAP"), ("ธารน้ำใส", "THANNAMSAI"), ("นาคทอง", "NAKTHONG"),
        ("บุญประคอง", "BUNPRAKHONG"), ("ปานทอง", "PANTHONG"), ("ผาสุกใจ", "PHASUKCHAI"), ("พูนสวัสดิ์", "PHUNSAWAT"), ("ฟ้าใส", "FASAI"),
        ("มั่งมีสุข", "MANGMISUK"), ("ยิ้มแย้ม", "YIMYAEM"), ("รุ่งแสง", "RUNGSAENG"), ("ลำธารทอง", "LAMTHANTHONG"), ("วงศ์สวน", "WONGSUAN"),
        ("ศรีสะอาด", "SISAAT"), ("สายลม", "SAILOM"), ("สุขเกษม", "SUKKASEM"), ("หอมจันทร์", "HOMCHAN"), ("อิ่มใจ", "IMCHAI"), ("เอื้ออารี", "UEAARI"),
    ];

    public static ThaiName Draw(Prng prng) => Draw(prng, prng.Below(Surnames.Length));

    /// <summary>A name with a given surname.</summary>
    public static ThaiName Draw(Prng prng, int surname)
    {
        var man = prng.Percent(48);
        var (given, latin) = prng.Pick(man ? Men : Women);
        var title = man ? "นาย" : prng.Percent(45) ? "นาง" : "นางสาว";
        return new(title, $"{given} {Surnames[surname].Thai}", $"{latin} {Surnames[surname].Latin}", surname);
    }

    /// <summary>How it stands on a statement: in Thai with its title, in English as embossed but in small letters.</summary>
    public string Printed(bool thai) => thai
        ? $"{Title}{Thai}"
        : string.Join(' ', Embossed.Split(' ').Select(word => $"{word[0]}{word[1..].ToLowerInvariant()}"));
}
