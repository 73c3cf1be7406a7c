using System.Text;
using System.Text.Json.Nodes;
using Cycle.Jobs.Schedule;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>The schedule file: read whole, or refused with place, what was found, what was expected, what to do.</summary>
public sealed class ScheduleFileTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(Checkout.Root, "settings", "schedule.json"));
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "settings", "schedule.schema.json")))!;

    [Fact]
    public void ShippedSchedule_IsReadAsItIsMeant() => Read(Shipped).Jobs.ShouldBe(
    [
        new("NIGHT", new(1, 30), FiringDate.PreviousDay, HolidayPolicy.Run, MisfirePolicy.RunNow, CatchesUp: true, new(4, 30, 0), FirstBusinessDate: null),
    ]);

    [Theory]
    [InlineData("timeZone", "\"UTC\"", "$.timeZone: found \"UTC\", expected one of \"Asia/Bangkok\". Use one of these words.")]
    [InlineData("jobs", "[]", "$.jobs: found [], expected a list of at least one job. Write [ { \"job\": \"NIGHT\", ... } ].")]
    [InlineData("jobs.0", "1", "$.jobs[0]: found 1, expected an object. Write { ... } here.")]
    [InlineData("jobs.0.at", "\"25:00\"", "$.jobs[0].at: found \"25:00\", expected a time of day in Asia/Bangkok, \"00:00\" to \"23:59\". Write two digits, a colon and two digits in quotes.")]
    [InlineData("jobs.0.at", "130", "$.jobs[0].at: found 130, expected a time of day in Asia/Bangkok, \"00:00\" to \"23:59\". Write two digits, a colon and two digits in quotes.")]
    [InlineData("jobs.0.misfire", "\"retry\"", "$.jobs[0].misfire: found \"retry\", expected one of \"run-now\", \"wait-for-next\". Use one of these words.")]
    [InlineData("jobs.0.catchUp", "\"yes\"", "$.jobs[0].catchUp: found \"yes\", expected true or false. Write true or false without quotes.")]
    [InlineData("jobs.0.lateAfter", "\"00:00\"", "$.jobs[0].lateAfter: found \"00:00\", expected hours and minutes, \"00:01\" to \"23:59\". Give a night some time before it counts as late.")]
    [InlineData("jobs.0.firstBusinessDate", "\"2569-08-18\"", "$.jobs[0].firstBusinessDate: found \"2569-08-18\", expected a date as yyyy-MM-dd, Common era, 2000 to 2099. Write the first business date, or leave it out.")]
    [InlineData("jobs.0.cron", "\"* * *\"", "$.jobs[0].cron: found \"* * *\", expected one of job, at, businessDate, holidays, misfire, catchUp, lateAfter, firstBusinessDate. Remove \"cron\", or correct its spelling: it would have no effect.")]
    public void Schedule_IsRefusedWithItsPlace_WhenAValueIsWrong(string place, string value, string problem)
    {
        var file = JsonNode.Parse(Shipped)!;
        var steps = place.Split('.');
        var parent = steps[..^1].Aggregate(file, (at, name) => at is JsonArray list ? list[int.Parse(name)]! : at[name]!);
        if (parent is JsonArray array)
        {
            array[int.Parse(steps[^1])] = JsonNode.Parse(value);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        Problems(file.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))[0].ShouldBe(problem);
    }

    [Fact]
    public void Schedule_IsRefused_WhenAJobStandsTwice() => Problems(Changed(file => ((JsonArray)file["jobs"]!).Add(file["jobs"]![0]!.DeepClone())))
        .ShouldHaveSingleItem().ShouldEndWith("expected NIGHT once. Keep one entry for each job: a firing plans whatever is due, so a second one would add nothing.");

    [Fact]
    public void Schedule_IsRefusedWithItsLine_WhenItIsNoJson() => Problems("{\n  \"timeZone\": }").ShouldBe(
        ["$: found a fault at line 2, byte 15, expected JSON. Correct the syntax there; comments and trailing commas are no JSON."]);

    [Fact]
    public void Schedule_IsRefusedWithItsLine_WhenATextIsNoUnicode() => Problems("{\n  \"timeZone\": \"\\ud800\" }").ShouldBe(
        ["$: found a text on line 2 with half a character, expected UTF-8 text. Save the file as UTF-8; \\uD800 to \\uDFFF stand in pairs only."]);

    [Fact]
    public void Schedule_IsReadWithAByteOrderMark_AsWindowsEditorsWriteIt() => ScheduleReader.Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Shipped)).ToArray())
        .Jobs.Count.ShouldBe(1);

    [Fact]
    public void Schema_RequiresWhatTheReaderRequires_AndKnowsTheSameWords()
    {
        var job = Schema["$defs"]!["job"]!;
        var required = job["required"]!.AsArray().Select(name => (string)name!).ToList();
        foreach (var (name, about) in job["properties"]!.AsObject())
        {
            Problems(Changed(file => file["jobs"]![0]!.AsObject().Remove(name))).Count.ShouldBe(required.Contains(name) ? 1 : 0, name);
            foreach (var word in about!["enum"]?.AsArray() ?? [])
            {
                Problems(Changed(file => file["jobs"]![0]![name] = (string)word!)).ShouldBeEmpty(name);
            }
        }

        Problems(Changed(file => file["jobs"]![0]!["?"] = 1))[0].ShouldContain(
            $"expected one of {string.Join(", ", job["properties"]!.AsObject().Select(property => property.Key))}.");
    }

    private static string Changed(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(Shipped)!;
        change(file);
        return file.ToJsonString();
    }

    private static Timetable Read(string json) => ScheduleReader.Read(Encoding.UTF8.GetBytes(json));

    private static IReadOnlyList<string> Problems(string json)
    {
        try
        {
            Read(json);
            return [];
        }
        catch (ScheduleException refused)
        {
            return [.. refused.Problems.Select(problem => problem.ToString())];
        }
    }
}
