using System.Security.Cryptography;
using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class ControlFileTests(PostgresFixture postgres)
{
    private const string Name = "postings-2026-08-01.csv";
    private const string Control = Name + ".control.json";
    private const string Example = """{"records": n, "amountTotal": "123.45", "sha256": "hex"} expected.""";

    [Fact]
    public async Task File_IsRefused_WhenItsControlFileDisagreesInAnyFigure()
    {
        await using var bench = await CreateAsync(postgres);
        var (path, hash) = Write(bench);
        var other = new string('0', 64);
        (string Json, string Reason)[] wrong =
        [
            ($$"""{"records": 4, "amountTotal": "111.50", "sha256": "{{hash}}"}""", "its control file states 4 records; the file has 3."),
            ($$"""{"records": 3, "amountTotal": "111.51", "sha256": "{{hash}}"}""", "its control file states amountTotal 111.51; the amounts of the file add up to 111.50."),
            ($$"""{"records": 3, "amountTotal": "111.50", "sha256": "{{other}}"}""", $"its control file states sha256 {other}; the file has {hash}."),
            ($$"""{"records": "3", "amountTotal": "111.50", "sha256": "{{hash}}"}""", $"{Control} states no records that can be read; {Example}"),
            ($$"""{"records": 3, "amountTotal": 111.50, "sha256": "{{hash}}"}""", $"{Control} states no amountTotal that can be read; {Example}"),
            ("""{"records": 3, "amountTotal": "111.50"}""", $"{Control} states no sha256 that can be read; {Example}"),
            ("""{"records": 3,""", $"{Control} is not readable JSON; {Example}"),
            ("""{"records": 3, "amountTotal": "\ud800"}""", $"{Control} is not readable JSON; {Example}"),
            ("[]", $"{Control} states no records that can be read; {Example}"),
        ];
        foreach (var (json, reason) in wrong)
        {
            bench.WriteText(Control, json);
            (await bench.TakeAsync(path)).ShouldBe(new FileRefused(Name, $"{Name}: {reason}"));
        }

        (await bench.QueryAsync("select count(*) from postings")).ShouldBe(["0"]);

        // The amounts of rejected rows count, one that cannot be read does not.
        bench.WriteText(Control, $$"""{"records": 3, "amountTotal": "111.5", "sha256": "{{hash.ToUpperInvariant()}}", "sender": "x"}""");
        (await bench.TakeAsync(path, controlFileRequired: true)).ShouldBe(new FileTaken(Name, FileKind.Postings, 3, 1, 2, 111.50m));
    }

    [Fact]
    public async Task File_IsRefused_WhenTheInstallationRequiresAControlFileThatIsNotThere()
    {
        await using var bench = await CreateAsync(postgres);
        var (path, _) = Write(bench);

        (await bench.TakeAsync(path, controlFileRequired: true))
            .ShouldBe(new FileRefused(Name, $"{Name}: its control file {Control} is not there; this installation requires one."));
        (await bench.TakeAsync(path, controlFileRequired: false)).ShouldBeOfType<FileTaken>();
    }

    private static (string Path, string Hash) Write(IntakeBench bench)
    {
        var path = bench.Write(Name, PostingHeader, Row("P1"), Row("P2", amount: "abc"), Row("P3", amount: "11.5", currency: "USD"));
        return (path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
    }
}
