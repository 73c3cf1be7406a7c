using System.Text.Json;
using Cycle.Jobs.Nights;
using Cycle.Ledger;

namespace Cycle.Jobs.Schedule;

/// <summary>Reads <c>schedule.json</c>: whole, or refused with everything that is wrong in it.</summary>
public static class ScheduleReader
{
    /// <summary>The largest file taken.</summary>
    public const int MaxBytes = 1 << 16;

    private static readonly string[] Names = ["timeZone", "jobs"];
    private static readonly string[] JobNames = ["job", "at", "businessDate", "holidays", "misfire", "catchUp", "lateAfter"];

    private static readonly Dictionary<string, FiringDate> FiringDates =
        new(StringComparer.Ordinal) { ["previous-day"] = FiringDate.PreviousDay, ["same-day"] = FiringDate.SameDay };

    private static readonly Dictionary<string, HolidayPolicy> HolidayPolicies = new(StringComparer.Ordinal)
    {
        ["run"] = HolidayPolicy.Run, ["after-holiday"] = HolidayPolicy.AfterHoliday, ["business-days"] = HolidayPolicy.BusinessDays,
    };

    private static readonly Dictionary<string, MisfirePolicy> MisfirePolicies =
        new(StringComparer.Ordinal) { ["run-now"] = MisfirePolicy.RunNow, ["wait-for-next"] = MisfirePolicy.WaitForNext };

    private static readonly Dictionary<string, string> KnownJobs = new(StringComparer.Ordinal) { [NightRunner.Job] = NightRunner.Job };
    private static readonly Dictionary<string, string> KnownZones = new(StringComparer.Ordinal) { [BangkokTime.ZoneId] = BangkokTime.ZoneId };

    /// <summary>Reads a schedule from a file's bytes.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark, at most <see cref="MaxBytes"/>.</param>
    /// <exception cref="ScheduleException">It is refused; everything that is wrong is listed.</exception>
    public static Timetable Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        var problems = new List<FileProblem>();
        var members = new ScheduleNode(document.RootElement, "$", problems).Members(Names, ["$schema"]);
        if (members.TryGetValue("timeZone", out var zone))
        {
            zone.OneOf(KnownZones);
        }

        var jobs = members.TryGetValue("jobs", out var list) ? Jobs(list) : [];
        return problems.Count == 0 ? new(jobs) : throw new ScheduleException(problems);
    }

    private static List<JobSchedule> Jobs(ScheduleNode list)
    {
        if (list.Element.ValueKind != JsonValueKind.Array || list.Element.GetArrayLength() == 0)
        {
            list.Report("a list of at least one job", "Write [ { \"job\": \"NIGHT\", ... } ].");
            return [];
        }

        var jobs = new List<JobSchedule>();
        foreach (var element in list.Element.EnumerateArray())
        {
            var node = new ScheduleNode(element, $"{list.Path}[{jobs.Count}]", list.Problems);
            var job = Job(node.Members(JobNames, ["firstBusinessDate"]));
            if (jobs.Exists(earlier => earlier.Job == job.Job))
            {
                node.Report($"{job.Job} once", "Keep one entry for each job: a firing plans whatever is due, so a second one would add nothing.");
            }

            jobs.Add(job);
        }

        return jobs;
    }

    private static JobSchedule Job(Dictionary<string, ScheduleNode> members)
    {
        T Read<T>(string name, Func<ScheduleNode, T> read, T placeholder) => members.TryGetValue(name, out var node) ? read(node) : placeholder;
        return new(
            Read("job", node => node.OneOf(KnownJobs), NightRunner.Job),
            Read("at", node => node.HoursAndMinutes("a time of day in Asia/Bangkok, \"00:00\" to \"23:59\""), default),
            Read("businessDate", node => node.OneOf(FiringDates), default),
            Read("holidays", node => node.OneOf(HolidayPolicies), default),
            Read("misfire", node => node.OneOf(MisfirePolicies), default),
            Read("catchUp", node => node.TrueOrFalse(), false),
            Read("lateAfter", LateAfter, TimeSpan.Zero),
            Read("firstBusinessDate", node => node.Date(), null));
    }

    private static TimeSpan LateAfter(ScheduleNode node)
    {
        const string Expected = "hours and minutes, \"00:01\" to \"23:59\"";
        var problems = node.Problems.Count;
        var duration = node.HoursAndMinutes(Expected).ToTimeSpan();
        if (node.Problems.Count == problems && duration == TimeSpan.Zero)
        {
            node.Report(Expected, "Give a night some time before it counts as late.");
        }

        return duration;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            throw Refused($"{utf8.Length} bytes", $"at most {MaxBytes} bytes", "Check that this is a schedule file.");
        }

        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        try
        {
            var text = utf8.Span.StartsWith(byteOrderMark) ? utf8[byteOrderMark.Length..] : utf8;
            var document = JsonDocument.Parse(text);
            return JsonText.FirstBadLine(text.Span) is not { } line ? document : throw Refused(
                $"a text on line {line} with half a character", "UTF-8 text", "Save the file as UTF-8; \\uD800 to \\uDFFF stand in pairs only.");
        }
        catch (JsonException fault)
        {
            throw Refused(
                $"a fault at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}", "JSON",
                "Correct the syntax there; comments and trailing commas are no JSON.");
        }
    }

    private static ScheduleException Refused(string found, string expected, string remedy) => new([new("$", found, expected, remedy)]);
}
