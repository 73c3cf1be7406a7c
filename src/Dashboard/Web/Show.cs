namespace Cycle.Dashboard.Web;

/// <summary>How figures, dates and times are written on pages: grouped, aligned, in the time of Bangkok.</summary>
internal static class Show
{
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>Satang as baht with two decimals and thousands separators.</summary>
    public static string Money(long satang) => Money((decimal)satang);

    /// <summary>A sum of satang as baht.</summary>
    public static string Money(decimal satang) => $"{satang / 100m:N2}".Replace('-', '\u2212');

    /// <summary>A count.</summary>
    public static string Count(long count) => $"{count:N0}".Replace('-', '\u2212');

    /// <summary>A date.</summary>
    public static string Date(DateOnly date) => $"{date:yyyy-MM-dd}";

    /// <summary>A date that may be missing.</summary>
    public static string Date(DateOnly? date) => date is { } known ? Date(known) : "";

    /// <summary>A moment, as Bangkok's clocks show it.</summary>
    public static string Time(DateTimeOffset? moment) => moment is { } known ? $"{known.ToOffset(Bangkok):yyyy-MM-dd HH:mm:ss}" : "";

    /// <summary>How long: 0:42, 12:03, 1:02:03; tenths below ten seconds, in the reader's words.</summary>
    public static string Length(TimeSpan? length, Words words) => length switch
    {
        null => "",
        { TotalSeconds: < 10 } brief => words["{0} s", $"{Math.Max(0, brief.TotalSeconds):F1}"],
        { TotalHours: >= 1 } hours => $"{(int)hours.TotalHours}:{hours:mm\\:ss}",
        { } minutes => $"{(int)minutes.TotalMinutes}:{minutes:ss}",
    };

    /// <summary>The difference to what was before, with its sign and share.</summary>
    public static string Change(decimal now, decimal before) => before == 0
        ? ""
        : $"{(now - before) / Math.Abs(before) * 100m:+0.0;\u22120.0;0.0} %";

    /// <summary>A mobile number's last four digits.</summary>
    public static string Mobile(string mobile) => mobile.Length <= 4 ? mobile : $"\u2022\u2022\u2022 {mobile[^4..]}";
}
