using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle template check</c>.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TemplateCommandTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Check_CountsSegmentsOfEveryMessage_AndEndsWithDone()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);

        var result = (await bench.RunAsync("template", "check")).ShouldEnd(0);

        result.Output.ShouldContain("en subscribed       GSM-7   35 units, 1 segment   four digits\n    Card x1148: text alerts are now on.\n");
        result.Output.ShouldContain("(its figures alone need more)");
        result.Output.ShouldEndWith("messages with extreme values, all within their limits.\n");
    }

    [Fact]
    public async Task Check_NamesFileAndLine_WhenATemplateUsesAnUnknownName()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        var folder = Path.Combine(bench.Root, "templates");
        Directory.CreateDirectory(folder);

        (await bench.RunAsync("template", "check", folder)).ShouldEnd(1).Errors.ShouldContain($"{folder}/th/due-notice.txt: found no file that can be read");
        (await bench.RunAsync("template", "check", folder + "x")).ShouldSayOnly(
            2, $"FOLDER: found '{folder}x', expected a folder with limits.json, th and en.");
    }
}
