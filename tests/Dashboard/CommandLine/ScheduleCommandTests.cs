using Cycle.Jobs.Schedule;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle schedule</c>, its check, and a <c>cycle serve</c> that keeps it, as processes.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ScheduleCommandTests(PostgresFixture postgres) : IAsyncLifetime
{
    private CycleBench _bench = null!;

    private string File => Path.Combine(_bench.Root, "schedule.json");

    [Fact]
    public async Task Check_SaysThatTheShippedScheduleIsValid_AndWhatItMeans()
    {
        var result = (await _bench.RunAsync("schedule", "check")).ShouldEnd(0);

        result.Output.ShouldBe(
            $"""
            {Path.Combine(Checkout.Root, "settings", "schedule.json")}: the schedule is valid
            NIGHT at 01:30 Asia/Bangkok, every day, for the date before
              a firing nobody heard is made up as soon as a host runs; missed dates are caught up one by one, in order
              late 4 h 30 min after its firing; first business date: the first that a person runs

            """);
    }

    [Theory]
    [InlineData(true, "00:15")]
    [InlineData(false, "01:30")]
    public async Task Schedule_IsThatOfTheSettingsFolderOrElseTheShippedOne_WhenAFolderIsNamed(bool hasOne, string at)
    {
        var settings = Directory.CreateDirectory(Path.Combine(_bench.Root, "settings")).FullName;
        _bench.Variables["CYCLE_SETTINGS"] = settings;
        if (hasOne)
        {
            Write(at, "run-now", "2026-08-18");
            System.IO.File.Move(File, Path.Combine(settings, "schedule.json"));
        }

        (await _bench.RunAsync("schedule", "check")).ShouldEnd(0).Output.ShouldContain($"\nNIGHT at {at} Asia/Bangkok");
    }

    [Fact]
    public async Task Check_NamesEveryProblem_WhenAScheduleIsWrong()
    {
        Write("01:30", "never", "2026-02-30");

        (await _bench.RunAsync("schedule", "check", File)).ShouldSayOnly(
            1,
            $"{File}: $.jobs[0].misfire: found \"never\", expected one of \"run-now\", \"wait-for-next\". Use one of these words.\n" +
            $"{File}: $.jobs[0].firstBusinessDate: found \"2026-02-30\", expected a date as yyyy-MM-dd, Common era, 2000 to 2099. Write the first business date, or leave it out.");
        (await _bench.RunAsync("schedule", "check", "no/such.json")).ShouldSayOnly(
            2, $"--schedule: no file no/such.json. The shipped one is {Path.Combine(Checkout.Root, "settings", "schedule.json")}.");
    }

    [Fact]
    public async Task Schedule_ShowsTheNextFiringsAndWhatIsMissing_AndStatusSaysItToo()
    {
        await _bench.WithPurchase().NightAsync("2026-08-18");

        var shown = (await _bench.RunAsync("schedule")).ShouldEnd(0).Output;

        var next = new Firings(ScheduleReader.Read(await System.IO.File.ReadAllBytesAsync(Path.Combine(Checkout.Root, "settings", "schedule.json"))).Jobs[0], new([]))
            .NextAfter(DateTimeOffset.UtcNow);
        shown.ShouldContain($"  {next:ddd yyyy-MM-dd} 01:30  NIGHT for {next.AddDays(-1):yyyy-MM-dd}\n");
        const string Missing = "Against the schedule: NOT HEALTHY\n  NIGHT of 2026-08-19 is missing: it was to begin at 2026-08-20 01:30";
        shown.ShouldContain(Missing);
        (await _bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain(Missing);
    }

    [Fact]
    public async Task Schedule_SaysWhoPausedIt_AndSinceWhen()
    {
        await new SchedulePause(_bench.Db).PauseAsync("NIGHT", "mali", "the network moves", default);

        var shown = (await _bench.RunAsync("schedule")).ShouldEnd(0).Output;

        var since = (DateTime)(await _bench.ScalarAsync("select at from trail"))!;
        shown.ShouldContain($"\n  paused since {since.AddHours(7):yyyy-MM-dd HH:mm}, by mali\n\nNext firings:");
        shown.ShouldContain("Against the schedule: waiting\n  NIGHT is paused since ");
    }

    [Fact]
    public async Task Serve_RunsTheNightThatNobodyHeard_ThenIsHealthyAndEndsWell()
    {
        var yesterday = BangkokTime.DateOf(DateTimeOffset.UtcNow).AddDays(-1);
        Write("00:00", "run-now", $"{yesterday:yyyy-MM-dd}");
        _bench.WithPurchase();
        using var serve = _bench.Start("serve", "--urls", "http://127.0.0.1:0", "--inbox", _bench.Inbox, "--schedule", File);
        try
        {
            var listens = await serve.StandardOutput.ReadLineAsync();
            while (await _bench.ScalarAsync("select state from runs order by business_date limit 1") is not "completed")
            {
                serve.HasExited.ShouldBeFalse();
                await Task.Delay(100);
            }

            using var client = new HttpClient { BaseAddress = new(listens!.Split(' ')[3].TrimEnd('.', ',')) };
            (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))).ShouldContain("\"status\": \"healthy\"");
            (await _bench.ScalarAsync("select count(*) from accounts")).ShouldBe(1L);

            using var stop = System.Diagnostics.Process.Start("kill", ["-TERM", $"{serve.Id}"]);
            await stop.WaitForExitAsync();
            (await CycleBench.EndAsync(serve)).ShouldEnd(0);
        }
        finally
        {
            serve.Kill();
        }
    }

    public async Task InitializeAsync() => _bench = await CycleBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    private void Write(string at, string misfire, string first) => System.IO.File.WriteAllText(
        File,
        $$"""
        { "timeZone": "Asia/Bangkok", "jobs": [ { "job": "NIGHT", "at": "{{at}}", "businessDate": "previous-day", "holidays": "run",
          "misfire": "{{misfire}}", "catchUp": true, "lateAfter": "23:59", "firstBusinessDate": "{{first}}" } ] }
        """);
}
