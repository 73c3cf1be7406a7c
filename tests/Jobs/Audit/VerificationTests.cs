using Cycle.Jobs.Audit;
using Cycle.Jobs.Tests.Nights;
using Cycle.Jobs.Tests.Replay;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>Verification finds what was altered, and names it.</summary>
[Collection(ReplayCollection.Name)]
public sealed class VerificationTests(CashExample example) : IClassFixture<CashExample>
{
    private const string Altered = "was altered: its hash does not follow from its content and the entry before";

    private NightBench Bench => example.Bench;

    private string Pdf => Path.Combine(Bench.Output, "statements", "A1-2026-08-18.pdf");

    [Fact]
    public async Task Verification_FindsNothing_OnAnUntouchedStore()
    {
        var result = await VerifyAsync();

        result.Findings.ShouldBeEmpty();
        result.Entries.ShouldBe(5);
        result.Files.ShouldBe(2);
    }

    [Theory]
    [InlineData("debit = debit + 1", 1)]
    [InlineData("credit = credit + 1", 2)]
    [InlineData("gl_account = 'SETTLEMENU'", 2)]
    [InlineData("kind = 'CASH_ADVANCF'", 1)]
    [InlineData("kind = 'CASH_ADVANCF'", 4)]
    [InlineData("reference = 'P2'", 1)]
    [InlineData("reference = 'P2'", 4)]
    [InlineData("business_date = '2026-07-26'", 1)]
    [InlineData("business_date = '2026-07-26'", 4)]
    [InlineData("hash = set_byte(hash, 31, get_byte(hash, 31) # 1)", 1)]
    [InlineData("hash = set_byte(hash, 0, get_byte(hash, 0) # 128)", 4)]
    [InlineData("line = 5", 4)]
    [InlineData("account_id = 'A2'", 4)]
    public async Task Verification_NamesTheEntry_WhenOneValueOfOneRowWasChanged(string change, int line)
    {
        await using var kept = await KeptTable.OfAsync(Bench, "journal");
        (await Bench.ExecuteAsync($"update journal set {change} where entry = 1 and line = {line}")).ShouldBe(1);

        // The kind and date are shown as the first row has them, which may be the altered one.
        var finding = (await VerifyAsync()).Findings[0];

        finding.ShouldStartWith("journal: account A1 entry 1 (");
        finding.ShouldEndWith(Altered);
    }

    [Fact]
    public async Task Verification_NamesTheFirstAlteredEntryOnly_ThoughLaterOnesHangOnIt()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "journal");
        await Bench.ExecuteAsync("update journal set debit = debit + 1 where entry = 2 and line = 1; update journal set credit = credit + 1 where entry = 2 and line = 2");

        (await VerifyAsync()).Findings.Where(finding => finding.Contains(" entry ", StringComparison.Ordinal) && finding.EndsWith(Altered, StringComparison.Ordinal))
            .ShouldBe([$"journal: account A1 entry 2 (INTEREST 2026-08-18 of 2026-08-18) {Altered}"]);
    }

    [Fact]
    public async Task Verification_NamesTheGap_WhenAnEntryInBetweenWasDeleted()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "journal");
        await Bench.ExecuteAsync("delete from journal where entry = 3");

        (await VerifyAsync()).Findings.ShouldContain("journal: account A1 has entry 4 after entry 2; one in between is missing");
    }

    [Fact]
    public async Task Verification_NamesTheAccount_WhenItsLastEntryWasDeleted()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "journal");
        (await Bench.ExecuteAsync("delete from journal where entry = 5")).ShouldBeGreaterThan(0);

        (await VerifyAsync()).Findings.ShouldContain("journal: account A1 ends with entry 4; its head says entry 5 and another hash");
    }

    [Fact]
    public async Task Verification_NamesTheTrialBalance_WhenTheLastEntryWasDeletedAndTheHeadPutBack()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "journal");
        await using var keptHeads = await KeptTable.OfAsync(Bench, "journal_heads");
        await Bench.ExecuteAsync(
            """
            delete from journal where entry = 5;
            update journal_heads h set entry = 4, hash = (select hash from journal where entry = 4 limit 1);
            """);

        var findings = (await VerifyAsync()).Findings;

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.StartsWith("trial balance of 2026-09-18: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verification_NamesTheHead_WhenItsBalanceWasChanged()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "journal_heads");
        await Bench.ExecuteAsync("update journal_heads set balance = balance - 1");

        (await VerifyAsync()).Findings.ShouldBe(["journal: account A1 ends with entry 5 and a balance of 9491.95; its head says entry 5 and 9491.94"]);
    }

    [Theory]
    [InlineData("2026-09-18")]
    [InlineData("2026-07-27")]
    public async Task Verification_NamesDateAndLedgerAccount_WhenATrialBalanceWasChanged(string date)
    {
        await using var kept = await KeptTable.OfAsync(Bench, "trial_balances");
        (await Bench.ExecuteAsync($"update trial_balances set credit = credit + 1 where business_date = '{date}' and gl_account = 'SETTLEMENT'")).ShouldBe(1);

        (await VerifyAsync()).Findings.ShouldContain(
            $"trial balance of {date}: SETTLEMENT states debit 0 and credit 1000001 satang; the journal has 0 and 1000000");
    }

    [Fact]
    public async Task Verification_NamesTheDate_WhenATrialBalanceWasDeleted()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "trial_balances");
        await Bench.ExecuteAsync("delete from trial_balances where business_date = '2026-08-18'");

        (await VerifyAsync()).Findings.ShouldContain(
            "trial balance of 2026-08-18: SETTLEMENT states debit 0 and credit 0 satang; the journal has 0 and 1000000");
    }

    [Fact]
    public async Task Verification_NamesBothSums_WhenABalanceWasChanged()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "account_states");
        await Bench.ExecuteAsync("update account_states set balance = balance + 1 where cut_date = '2026-09-18'");

        (await VerifyAsync()).Findings.ShouldBe(["proof: the journal's receivables 9491.95 are not the account balances 9491.96"]);
    }

    [Fact]
    public async Task Verification_NamesTheFile_WhenAPdfWasChanged()
    {
        var bytes = await File.ReadAllBytesAsync(Pdf);
        var sha256 = (await Bench.QueryAsync("select sha256 from rendered_statements where statement_date = '2026-08-18'"))[0];
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Pdf, bytes);

        var findings = (await VerifyAsync()).Findings;
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Pdf, bytes);

        findings.ShouldBe([$"statement: statements/A1-2026-08-18.pdf is not the file that was drawn; its SHA-256 was {sha256}"]);
        (await VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verification_NamesTheFile_WhenAPdfIsMissing()
    {
        File.Move(Pdf, Pdf + ".away");
        var findings = (await VerifyAsync()).Findings;
        File.Move(Pdf + ".away", Pdf);

        findings.ShouldBe([$"statement: statements/A1-2026-08-18.pdf is missing below {Bench.Output}"]);
    }

    [Fact]
    public async Task Verification_NamesTwentyMissingFilesAndCountsTheRest_WhenManyAreMissing()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "rendered_statements");
        await Bench.ExecuteAsync(
            """
            truncate rendered_statements;
            insert into rendered_statements (statement_date, account_id, path, sha256, pages)
            select '2026-08-18', 'B' || i, 'statements/gone.pdf', '', 1 from generate_series(1, 23) i
            """);

        var findings = (await VerifyAsync()).Findings;

        findings.Count.ShouldBe(21);
        findings.Take(20).ShouldAllBe(finding => finding == $"statement: statements/gone.pdf is missing below {Bench.Output}");
        findings[^1].ShouldBe($"statement: 3 more are missing below {Bench.Output}");
    }

    [Fact]
    public async Task Verification_DrawsEveryStatementAgain_WhenAsked()
    {
        await using var kept = await KeptTable.OfAsync(Bench, "rendered_statements");
        (await RedrawAsync()).Findings.ShouldBeEmpty();
        await Bench.ExecuteAsync("update statements set available_credit = available_credit + 1 where statement_date = '2026-08-18'");
        var findings = (await RedrawAsync()).Findings;
        await Bench.ExecuteAsync("update statements set available_credit = available_credit - 1 where statement_date = '2026-08-18'");

        findings.Count.ShouldBe(1);
        findings[0].ShouldStartWith("statement: statements/A1-2026-08-18.pdf comes out of the store with other bytes than were drawn");
    }

    [Theory]
    [InlineData("'cairo 1.14.0'", "cairo 1.14.0")]
    [InlineData("null", "not kept")]
    public async Task Verification_ComparesFigures_WhenOtherVersionsDrewAPdf(string drawnWith, string told)
    {
        await using var kept = await KeptTable.OfAsync(Bench, "rendered_statements");
        await Bench.ExecuteAsync($"update rendered_statements set drawn_with = {drawnWith} where statement_date = '2026-09-18'");
        var agreeing = await VerifyAsync();
        await Bench.ExecuteAsync("update statements set overdue_amount = 98765 where statement_date = '2026-09-18'");
        var disagreeing = await VerifyAsync();
        await Bench.ExecuteAsync("update statements set overdue_amount = 0 where statement_date = '2026-09-18'");

        agreeing.Findings.ShouldBeEmpty();
        agreeing.Notes.Count.ShouldBe(1);
        agreeing.Notes[0].ShouldStartWith($"1 PDFs were drawn with other versions ({told}); now it is cycle ");
        disagreeing.Notes.ShouldBeEmpty();
        disagreeing.Findings.ShouldBe(["statement: statements/A1-2026-09-18.pdf, drawn with other versions, does not tell what the store says of: overdue amount"]);
    }

    private Task<VerificationResult> RedrawAsync() => new Verification(Bench.Db, Bench.Output).RunAsync(default, redraws: true);

    private Task<VerificationResult> VerifyAsync() => new Verification(Bench.Db, Bench.Output).RunAsync(default);
}
