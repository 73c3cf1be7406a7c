using Cycle.Jobs.Replay;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Replay;

/// <summary>Mistakes in a case.json are told in words that name the file, what was found and what was expected.</summary>
public sealed class FixtureCaseTests
{
    [Theory]
    [InlineData("""{"from": "2026-08-17"}""", "\"to\" found ''; expected a date as yyyy-MM-dd.")]
    [InlineData("""{"from": "17/08/2026", "to": "2026-08-18"}""", "\"from\" found '17/08/2026'; expected a date as yyyy-MM-dd.")]
    [InlineData("""{"from": "2569-08-17", "to": "2026-08-18"}""", "from 2569-08-17 to 2026-08-18 found; expected to on or after from, at most 3700 days.")]
    [InlineData("""{"from": "2026-08-17", "to": "2036-10-06"}""", "from 2026-08-17 to 2036-10-06 found; expected to on or after from, at most 3700 days.")]
    [InlineData("""{"from": "2026-08-17", "to": "2026-08-18", "tarif": "x"}""", "\"tarif\" found; expected only title, source, from, to, tariff.")]
    [InlineData("""{"from": "2026-08-17", "to": "2026-08-18", "tariff": 2026}""", "\"tariff\" found 2026; expected a text in double quotes.")]
    [InlineData(
        """{"from": "2026-08-17", "to": "2026-08-18", "tariff": "gsb"}""",
        "tariff 'gsb' found; expected one of example-issuer, gsb-2026, gsb-2026-ten-percent, or a tariff.json beside case.json.")]
    [InlineData("""{"from": "2026-08-17", """, "not readable JSON at line 2. Correct it.")]
    [InlineData("""{"title": "\uD83D", "from": "2026-08-17", "to": "2026-08-18"}""", "a text found that is not UTF-8, or has half a surrogate pair. Save it as UTF-8.")]
    [InlineData("[]", """found no object; expected {"title": "...", "from": "2026-07-27", "to": "2026-09-18"}.""")]
    public void Case_IsRefusedWithWords_WhenItsFileIsWrong(string json, string words)
    {
        using var folder = new CaseFolder().With("case.json", json);

        Should.Throw<FixtureException>(folder.Load).Message.ShouldBe($"{Path.Combine(folder.Folder, "case.json")}: {words}");
    }

    [Fact]
    public void Folder_IsRefusedWithWords_WhenItHasNoCaseFile() =>
        Should.Throw<FixtureException>(() => FixtureCase.Load("no/such/case", Checkout.Tariffs))
            .Message.ShouldBe("no/such/case: no case.json found; a fixture is a folder with one. Check the path.");

    [Fact]
    public void Case_RunsWithTheTariffBesideIt_WhenThereIsOne()
    {
        using var folder = new CaseFolder().With("tariff.json", "{}");

        folder.Load().TariffFile.ShouldBe(Path.Combine(folder.Folder, "tariff.json"));
    }

    [Fact]
    public void EveryShippedCase_IsReadable()
    {
        var cases = Directory.GetDirectories(Checkout.Fixtures);

        cases.ShouldNotBeEmpty();
        cases.Select(folder => FixtureCase.Load(folder, Checkout.Tariffs)).ShouldAllBe(fixture => fixture.Title.Length > 0 && File.Exists(fixture.TariffFile));
    }
}
