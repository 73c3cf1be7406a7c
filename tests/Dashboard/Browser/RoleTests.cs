using System.Net;
using System.Reflection;
using Cycle.Dashboard.Web;
using Cycle.Dashboard.Web.Security;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Every page and every act, asked for in each role alone: those that have it are answered, all others refused.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RoleTests(PostgresFixture postgres, ServedPortfolio served)
{
    private const string Nights = "Operations Finance Auditor";
    private const string Cycles = "Finance Auditor";

    private static readonly string Cycle = $"/cycles/{Portfolio.Second:yyyy-MM-dd}";

    private static readonly (string Path, string Roles)[] Pages =
    [
        ("/", Nights), ("/runs", Nights), ("/runs/33", Nights), ("/runs/compare", Nights), ("/files", Nights), ("/files/refused", Nights),
        ("/files/rejects?file=postings-2026-09-17.csv", Nights), ("/files/rejects?handler=Csv&file=postings-2026-09-17.csv", Nights), ("/messages", Nights),
        ("/workers", Nights), ("/schedule", Nights), ("/cycles", Cycles), (Cycle, Cycles), ($"{Cycle}/{Portfolio.SomeAccount}", Cycles),
        ($"{Cycle}/{Portfolio.SomeAccount}/pdf", Cycles), ("/release", Cycles), ("/books", Cycles), ("/books?handler=JournalCsv&date=2026-09-18", Cycles),
        ("/books?handler=TrialBalanceCsv&date=2026-09-18", Cycles), ("/books/account?account=A00002", Cycles), ("/income", Cycles), ("/explain", Cycles),
        ("/verify", "Auditor"), ("/replay", "Auditor"), ("/tariffs", "Auditor"), ("/trail", "Auditor Administrator"), ("/trail?handler=Csv", "Auditor Administrator"),
        ("/people", "Administrator"), ("/settings", "Administrator"), ("/api/v1/runs", Nights), ("/api/v1/runs/33", Nights), ("/api/v1/health", Nights),
        ("/api/v1/rejects?file=x", Nights), ("/api/v1/statements?date=2026-09-18", Cycles),
    ];

    private static readonly (string Path, string Roles)[] Acts =
    [
        ("/runs/33?handler=Stop", "Operations"), ("/runs/33?handler=Resume", "Operations"), ("/runs/33?handler=Rerun", "Operations"), ("/runs?handler=CatchUp", "Operations"),
        ("/schedule?handler=Pause", "Operations"), ("/schedule?handler=Continue", "Operations"), ("/schedule?handler=RunNow", "Operations"),
        ("/messages?handler=Resend", "Operations"), ("/messages?handler=Again", "Operations"), ($"{Cycle}?handler=Tick", "Finance"),
        ($"{Cycle}/A00002?handler=Hold", "Finance"), ($"{Cycle}/A00002?handler=Lift", "Finance"), ("/release?handler=Ask", "Finance"),
        ("/release?handler=Give", "Finance"), ("/release?handler=Withdraw", "Finance"), ("/explain", Cycles), ("/verify", "Auditor"), ("/replay", "Auditor"),
        ("/people?handler=Roles", "Administrator"), ("/people?handler=Lock", "Administrator"), ("/people?handler=Unlock", "Administrator"),
        ("/settings?handler=Require", "Administrator"), ("/settings?handler=Waive", "Administrator"),
    ];

    [Theory]
    [InlineData("Operations")]
    [InlineData("Finance")]
    [InlineData("Auditor")]
    [InlineData("Administrator")]
    public async Task Page_IsAnswered_ToItsRolesAlone(string role)
    {
        var client = await served.ClientAsync(postgres, role);
        var wrong = new List<string>();
        foreach (var (path, roles) in Pages)
        {
            using var answer = await client.GetAsync(path);
            if (IsRefused(answer) == roles.Contains(role, StringComparison.Ordinal))
            {
                wrong.Add($"{path}: {answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Operations")]
    [InlineData("Finance")]
    [InlineData("Auditor")]
    [InlineData("Administrator")]
    public async Task Act_IsRefused_ToEveryOtherRole(string role)
    {
        var client = await served.ClientAsync(postgres, role);
        var token = await PageClient.TokenAsync(client, role == "Administrator" ? "/people" : "/runs");
        var wrong = new List<string>();
        foreach (var (path, _) in Acts.Where(act => !act.Roles.Contains(role, StringComparison.Ordinal)))
        {
            using var answer = await client.PostAsync(path, new FormUrlEncodedContent([new("reason", "a reason"), new("__RequestVerificationToken", token)]));
            if (!IsRefused(answer))
            {
                wrong.Add($"{path}: {answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Act_IsTriedHere_WhenAPageHasIt() => Acts.Length.ShouldBe(
        typeof(DashboardHost).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Count(method => method.GetCustomAttribute<NeedsAttribute>() is not null));

    /// <summary>A person is sent to the page that says so, a program is told by status.</summary>
    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
        || answer.Headers.Location?.OriginalString.Contains("/not-yours", StringComparison.Ordinal) == true;
}
