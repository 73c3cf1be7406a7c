using System.Globalization;
using System.Text.RegularExpressions;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Replay;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Tests.Nights;
using Cycle.Jobs.Tests.Replay;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>Every statement can be computed again from the store, and every figure of it is the sum of the parts that explain it.</summary>
[Collection(ReplayCollection.Name)]
public sealed partial class ExplainerTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("foreign-by-rate-table")]
    [InlineData("foreign-cash")]
    [InlineData("minimum-with-instalments")]
    [InlineData("supplementary-cards-on-one-statement")]
    [InlineData("credit-balance-pays-interest")]
    [InlineData("reversal-before-the-statement")]
    [InlineData("service-fees")]
    [InlineData("tariff-of-another-issuer")]
    [InlineData("master-changes-take-effect-on-their-date")]
    [InlineData("allocation-order")]
    [InlineData("collection-fee-given-back")]
    [InlineData("grace-due-date-on-holiday")]
    [InlineData("reversal-of-a-plan-after-its-first-part")]
    public async Task Explanation_ReproducesEveryStatementAndAddsUp_OfACase(string name)
    {
        var fixture = FixtureCase.Load(Path.Combine(Checkout.Fixtures, name), Checkout.Tariffs);
        await using var bench = await RunAsync(fixture);
        var statements = await bench.QueryAsync("select account_id, statement_date from statements");
        statements.ShouldNotBeEmpty();

        foreach (var statement in statements.Select(row => row.Split('|')))
        {
            var explanation = await new Explainer(bench.Db).ExplainAsync(statement[0], DateOnly.Parse(statement[1]), default);

            explanation.Recomputed.ShouldBeEmpty();
            AddUp(explanation);
            ExplanationText.Text(explanation).ShouldNotContain("NOT REPRODUCED");
        }
    }

    /// <summary>Every amount, rate, date and code of the English explanation stands in the Thai one too, in each sentence.</summary>
    [Theory]
    [InlineData("foreign-cash")]
    [InlineData("minimum-with-instalments")]
    [InlineData("collection-fee-given-back")]
    [InlineData("grace-due-date-on-holiday")]
    [InlineData("service-fees")]
    public async Task Explanation_HasTheSameFigures_InThai(string name)
    {
        await using var bench = await RunAsync(FixtureCase.Load(Path.Combine(Checkout.Fixtures, name), Checkout.Tariffs));
        foreach (var statement in (await bench.QueryAsync("select account_id, statement_date from statements")).Select(row => row.Split('|')))
        {
            var (account, date) = (statement[0], DateOnly.Parse(statement[1]));
            var english = await new Explainer(bench.Db).ExplainAsync(account, date, Language.English, default);
            var thai = await new Explainer(bench.Db).ExplainAsync(account, date, Language.Thai, default);

            Sentences(thai).Select(Figures).ShouldBe(Sentences(english).Select(Figures));
            thai.Grace.ShouldContain("ใบแจ้งยอด");
            thai.Figures.Select(figure => figure.Name).ShouldBe(english.Figures.Select(figure => figure.Name));
            Sentences(thai).ShouldAllBe(sentence => !EnglishWords().IsMatch(sentence));
        }
    }

    private static IEnumerable<string> Sentences(Explanation explanation) =>
        [explanation.Grace, .. explanation.Figures.SelectMany(figure => (string[])[figure.Value, figure.Formula, .. figure.Parts])];

    private static string Figures(string sentence) => string.Join(' ', Numbers().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("[0-9][0-9,.-]*[0-9]|[0-9]|[A-Z]{2,}[A-Z_0-9-]*")]
    private static partial Regex Numbers();

    [GeneratedRegex("statement of|paid in full|what was owed|when the cycle|the sum of|nothing is|product sheet|CashAdvance|Cash advance|Purchase|Instalment|Payment")]
    private static partial Regex EnglishWords();

    [Fact]
    public async Task Explanation_SaysThatItDiffers_WhenAStatementWasChanged()
    {
        await using var bench = await RunAsync(FixtureCase.Load(Path.Combine(Checkout.Fixtures, "foreign-cash"), Checkout.Tariffs));
        await bench.ExecuteAsync("update statements set interest = interest + 1, new_balance = new_balance + 1");
        var statement = (await bench.QueryAsync("select account_id, statement_date from statements"))[0].Split('|');

        var explanation = await new Explainer(bench.Db).ExplainAsync(statement[0], DateOnly.Parse(statement[1]), default);

        explanation.Recomputed.Count.ShouldBe(2);
        explanation.Recomputed[0].ShouldStartWith("interest: issued ");
        explanation.Recomputed[1].ShouldStartWith("newBalance: issued ");
        ExplanationText.Text(explanation).ShouldContain("NOT REPRODUCED: interest: issued ");
    }

    [Fact]
    public async Task Explanation_IsRefused_WhenThereIsNoSuchStatement()
    {
        await using var bench = await NightBench.CreateAsync(postgres);

        (await Should.ThrowAsync<RefusedException>(new Explainer(bench.Db).ExplainAsync("A'1", new(2026, 8, 18), default)))
            .Message.ShouldBe("Account A'1 has no statement of 2026-08-18. Check the account and the date.");
    }

    private async Task<NightBench> RunAsync(FixtureCase fixture)
    {
        var bench = await NightBench.CreateAsync(postgres, fixture.TariffFile);
        foreach (var file in Directory.GetFiles(fixture.Directory, "*.csv*"))
        {
            File.Copy(file, Path.Combine(bench.Inbox, Path.GetFileName(file)));
        }

        var nights = new NightRunner(bench.Db, bench.Settings() with { RendersStatements = false }, SilentProgress.Instance);
        await nights.RunAsync(fixture.From, default);
        if (fixture.To > fixture.From)
        {
            await nights.RunAsync(fixture.To, default);
        }

        return bench;
    }

    private static void AddUp(Explanation explanation)
    {
        var figures = explanation.Figures.ToDictionary(figure => figure.Name);
        foreach (var (name, sign) in (ReadOnlySpan<(string, int)>)
            [("payments", -1), ("refunds", -1), ("purchases", 1), ("cashAdvances", 1), ("instalments", 1)])
        {
            figures[name].Parts.Sum(part => Amount(part.Split("  ").Last(cell => !cell.StartsWith('(')))).ShouldBe(sign * Amount(figures[name].Value), name);
        }

        figures["fees"].Parts.Sum(part => Amount(part.Split("  ")[3])).ShouldBe(Amount(figures["fees"].Value));
        figures["interest"].Parts.Sum(part => Amount(part.Split(" = ")[1])).ShouldBe(Amount(figures["interest"].Value));
        var identity = figures["newBalance"].Formula.Split(' ');
        var sum = Amount(identity[0]);
        for (var i = 1; identity[i] != "="; i += 2)
        {
            sum += identity[i] == "-" ? -Amount(identity[i + 1]) : Amount(identity[i + 1]);
        }

        sum.ShouldBe(Amount(identity[^1]));
        identity[^1].ShouldBe(figures["newBalance"].Value);
        Paid(explanation.Allocations).ShouldBeLessThanOrEqualTo(Owed(explanation.Statement));
    }

    /// <summary>No more can be paid than was owed.</summary>
    private static decimal Paid(IEnumerable<Allocation> allocations) => allocations
        .Where(allocation => allocation.Target != AllocationTarget.CreditBalance).Sum(allocation => Amount(allocation.Amount.ToString()));

    private static decimal Owed(Statement statement) => Math.Max(0, Amount(statement.PreviousBalance.ToString()))
        + statement.Lines.Where(line => line.Amount.IsPositive).Sum(line => Amount(line.Amount.ToString())) + Amount(statement.Interest.ToString());

    private static decimal Amount(string text) => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
