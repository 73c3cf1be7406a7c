using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>
/// A statement whose due date lies behind the next cut gets its due notice all the same (rules.md section 9).
/// Its amounts are those of the statement; whether it is sent depends on all that was paid since.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class EarlierDueNoticeTests(PostgresFixture postgres)
{
    [Fact]
    public async Task DueNotice_IsSentOfEachStatementOnItsOwnDay_WhenTheStatementDayMovedBetween()
    {
        await using var bench = await MovedStatementDay.CreateAsync(postgres, "A1");

        await bench.RunAsync("2026-09-09");

        (await MovedStatementDay.NoticesAsync(bench)).ShouldBe(MovedStatementDay.Notices);
    }

    [Fact]
    public async Task DueNotice_IsSentOfAllStatements_WhenTheStatementDayMovedAgainAndAgain()
    {
        await using var bench = await MovedStatementDay.CreateAsync(postgres, "A1");
        bench.With("accounts-2026-08-26.csv", Rows.AccountHeader, Rows.Account("A1", statementDay: 28))
            .With("accounts-2026-09-06.csv", Rows.AccountHeader, Rows.Account("A1", statementDay: 7));

        await bench.RunAsync("2026-09-30");

        (await bench.QueryAsync("select business_date, right(idempotency_key, 10) as cut from messages where kind = 'DUE_NOTICE' order by message_id"))
            .ShouldBe(["2026-08-30|2026-08-18", "2026-09-06|2026-08-25", "2026-09-09|2026-08-28", "2026-09-19|2026-09-07"]);
    }

    [Fact]
    public async Task DueNoticeOfAnEarlierStatement_CountsAllPaidSinceIt_OnBothSidesOfTheNextCut()
    {
        string[] ids = ["ACROSS", "BEFORE", "CREDIT", "LATE", "LATEST", "MINIMUM", "OPTEDOUT", "OTHERBACK", "SHORT", "TAKENBACK"];
        await using var bench = await MovedStatementDay.CreateAsync(postgres, ids);
        bench.WithPostings(
                "2026-08-22", Rows.Payment("Q1", "C-ACROSS", "2026-08-22", "4000.00"), Rows.Payment("Q2", "C-BEFORE", "2026-08-22", "10000.00"),
                Rows.Purchase("Q2a", "C-BEFORE", "2026-08-22", "700.00"), Rows.Refund("Q3", "C-CREDIT", "2026-08-22", "10100.00"),
                Rows.Refund("Q4", "C-LATEST", "2026-08-22", "9900.00"), Rows.Payment("Q5", "C-MINIMUM", "2026-08-22", "1000.00"),
                Rows.Purchase("Q6", "C-OTHERBACK", "2026-08-22", "20000.00"), Rows.Payment("Q7", "C-SHORT", "2026-08-22", "4000.00"))
            .WithPostings(
                "2026-08-27", Rows.Payment("R1", "C-ACROSS", "2026-08-27", "6000.00"), Rows.Payment("R2", "C-LATEST", "2026-08-27", "200.00"),
                Rows.Reversal("R3", "C-OTHERBACK", "2026-08-27", "20000.00", "Q6"), Rows.Payment("R4", "C-SHORT", "2026-08-27", "5999.99"),
                Rows.Reversal("R5", "C-TAKENBACK", "2026-08-27", "10000.00", "P-TAKENBACK"))
            .WithPostings("2026-08-31", Rows.Payment("S1", "C-LATE", "2026-08-31", "11000.00"))
            .With("accounts-2026-08-29.csv", Rows.AccountHeader, Rows.Account("OPTEDOUT", statementDay: 25, optIn: false));

        await bench.RunAsync("2026-08-31");

        (await bench.QueryAsync("select business_date, account_id, right(idempotency_key, 10) as cut from messages where kind = 'DUE_NOTICE' order by 2")).ShouldBe(
            ["2026-08-30|LATE|2026-08-18", "2026-08-30|MINIMUM|2026-08-18", "2026-08-30|OTHERBACK|2026-08-18", "2026-08-30|SHORT|2026-08-18"]);
    }

    [Fact]
    public async Task TwoStatementsDueOnOneDate_HaveANoticeEach_SinceBothMinimumsAreToBePaidByThen()
    {
        // The due days 29 and 30 of statement days 14 and 15 are both the 28th in February.
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", statementDay: 14), Rows.Account("A2", statementDay: 14))
            .WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .WithPostings("2027-02-14", Rows.Purchase("P1", "C1", "2027-02-14", "30000.00"), Rows.Purchase("P2", "C2", "2027-02-14", "30000.00"))
            .With("accounts-2027-02-15.csv", Rows.AccountHeader, Rows.Account("A1", statementDay: 15), Rows.Account("A2", statementDay: 15))
            .WithPostings("2027-02-15", Rows.Purchase("P3", "C1", "2027-02-15", "500.00"), Rows.Purchase("P4", "C2", "2027-02-15", "500.00"))
            .WithPostings("2027-02-16", Rows.Payment("Q1", "C2", "2027-02-16", "30000.00"));
        await bench.RunAsync("2027-02-14");

        await bench.RunAsync("2027-03-02");

        (await MovedStatementDay.NoticesAsync(bench)).ShouldBe(
            [
                "2027-02-25|A1|due:A1:2027-02-14|Card x1148: payment due 28 Feb 2027. Balance THB 30,000.00, minimum THB 3,000.00.",
                "2027-02-25|A1|due:A1:2027-02-15|Card x1148: payment due 28 Feb 2027. Balance THB 30,526.30, minimum THB 3,052.00.",
                "2027-02-25|A2|due:A2:2027-02-15|Card x1148: payment due 28 Feb 2027. Balance THB 30,526.30, minimum THB 3,052.00.",
            ]);
    }
}
