using System.Text;
using Cycle.Jobs.Tests.Intake;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Errors;

/// <summary>
/// docs/errors.md is made here, from messages the program really gave. It fails when the page tells anything else; with
/// CYCLE_UPDATE_DOCS=1 it writes the page anew.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class ErrorPageTests(PostgresFixture postgres)
{
    private const string Intro =
        """
        # Errors

        Every message a person meets whose file, row or tariff is not taken: where it stands, what stands there, what the program says, what
        to do. This page is made by a test (`tests/Jobs/Errors`) from what the program said to each of these examples, and the test fails when
        the page tells anything else. After a change of words, write it anew:

        ```
        CYCLE_UPDATE_DOCS=1 ./cycle test --filter ErrorPage
        ```

        ## Files that are refused whole

        Nothing of such a file is kept. The reason stands in the control report of the night and on the page of files; `./cycle run` ends with
        exit code 4.


        """;

    private const string Rows =
        """
        ## Rows that are rejected

        The rest of the file is taken. `rejects.csv` names file, line, id, reason and detail; of several reasons the first in this order is
        given. A rejected row may come again, corrected, under the same id, in a later file.


        """;

    private const string Tariffs =
        """
        ## Tariffs that are refused

        `./cycle tariff check FILE` names every problem at once; a night does not begin with such a tariff.


        """;

    [Fact]
    public async Task Page_TellsWhatTheProgramSays()
    {
        await using var bench = await IntakeBench.CreateAsync(postgres);
        var page = new StringBuilder(Intro.ReplaceLineEndings("\n"));
        foreach (var refused in await RefusedFiles.CasesAsync(bench))
        {
            page.Append(refused.ToMarkdown());
        }

        page.Append(Rows.ReplaceLineEndings("\n"));
        foreach (var (reason, remedy, cases) in await RejectedRows.CasesAsync(bench))
        {
            cases.ShouldNotBeEmpty($"No example of {reason}.");
            AppendReason(page, reason, remedy, cases);
        }

        page.Append(Tariffs.ReplaceLineEndings("\n"));
        foreach (var refused in RefusedTariffs.Cases())
        {
            page.Append(refused.ToMarkdown());
        }

        Compare(page.ToString().TrimEnd('\n') + "\n");
    }

    [Fact]
    public void EveryReason_IsExplained() =>
        RejectedRows.Reasons.ShouldBe(
            typeof(Jobs.Intake.RejectReasons).GetFields().Select(field => (string)field.GetRawConstantValue()!), ignoreOrder: true);

    private static void AppendReason(StringBuilder page, string reason, string remedy, List<ErrorCase> cases)
    {
        page.Append($"### {reason}\n\n{remedy}\n\n");
        foreach (var example in cases)
        {
            page.Append($"```\n{example.Excerpt}\n```\n\n> {example.Message}\n\n");
        }
    }

    private static void Compare(string page)
    {
        var file = Path.Combine(Checkout.Root, "docs", "errors.md");
        if (Environment.GetEnvironmentVariable("CYCLE_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, page);
        }

        File.ReadAllText(file).ShouldBe(page, "docs/errors.md is not what the program says: write it anew with CYCLE_UPDATE_DOCS=1.");
    }
}
