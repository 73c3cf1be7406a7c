using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;
using static Cycle.Jobs.Tests.Intake.OpeningRows;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class OpeningFileTests(PostgresFixture postgres)
{
    private static readonly string[] Whole =
    [
        Head("A1", amount: "6305.00"),
        Item(amount: "5200.00", merchant: "Shop 4111111111111111"),
        Record("REDUCTION", postingId: "P1", valueDate: "2026-07-10", amount: "200.00"),
        Item("C9", kind: "CASH_ADVANCE", amount: "700.00", outstanding: "200.00", currency: "USD", currencyAmount: "20.00", grace: "lost", merchant: ""),
        Fee("C9", "FEE_FX_RISK", "17.50", "0.00"),
        Fee("F1", "FEE_ANNUAL", "100.00", "100.00", card: "S1"),
        Record("PLAN", postingId: "N1", cardId: "S1", transactionDate: "2026-07-03", postingDate: "2026-07-04", amount: "3000.00", months: "3", part: "1"),
        Record("PART", postingId: "N1", statementDate: "2026-07-18", outstanding: "1000.00", grace: "pending", part: "1"),
        Record("INTEREST", statementDate: "2026-07-18", amount: "5.00", outstanding: "5.00"),
        Record("BUCKET", statementDate: "2026-06-18", dueDate: "2026-07-02", amount: "400.00", minimum: "1000.00"),
    ];

    [Fact]
    public async Task Account_StandsAsAfterItsLastCut_WhenItsRowsAddUp()
    {
        await using var bench = await CreateAsync(postgres);

        var outcome = await bench.OpenAsync(Whole);

        outcome.ShouldBe(new FileTaken(Name, FileKind.Opening, 10, 10, 0, 6305.00m));
        (await bench.QueryAsync("select account_id, last_cut, due_date, effective_due_date, last_movement from accounts order by 1")).ShouldBe(
            ["A1|2026-07-18|2026-08-02|2026-08-03|2026-07-04", "A2||||"]);
        (await bench.QueryAsync("select account_id, cut_date, balance, jsonb_array_length(state -> 'items'), state -> 'items' -> 0 ->> 'postingId' from account_states"))
            .ShouldBe(["A1|2026-07-18|630500|3|C9"]);
        (await bench.QueryAsync("select * from openings")).ShouldBe([$"A1|2026-08-01|2026-07-18|630500|200000|{Name}|2"]);
        (await bench.QueryAsync("select count(*) from statements")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Postings_AreKeptForLaterRefundsAndReversals_AsTakenByTheOtherSystem()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.OpenAsync(Whole);

        (await bench.QueryAsync(
            """
            select posting_id, card_id, kind, value_date, taken_on, currency, original_amount, amount, fee_fx_risk, merchant, instalment_months, file_name, line
            from postings order by posting_id
            """)).ShouldBe(
            [
                $"C9|C1|1|2026-07-02|2026-07-18|USD|2000|70000|1750|||{Name}|5",
                $"F1|S1|12|2026-07-02|2026-07-18|THB|10000|10000|0|||{Name}|7",
                $"N1|S1|0|2026-07-04|2026-07-18|THB|300000|300000|0||3|{Name}|8",
                $"P1|C1|0|2026-07-02|2026-07-18|THB|520000|520000|0|Shop XXXXXXXXXXXX1111||{Name}|3",
            ]);
        (await bench.TakeRowsAsync(
            Row("R1", kind: "REVERSAL", amount: "20.00", currency: "USD", original: "C9"), Row("R2", kind: "REFUND", original: "P1"), Row("P1")))
            .ShouldBe(new FileTaken("postings-2026-08-01.csv", FileKind.Postings, 3, 2, 1, 220.00m));
        (await bench.RejectsAsync()).ShouldBe([$"4|P1|DUPLICATE_POSTING|posting_id 'P1' was taken from {Name} line 3; an id never taken before expected."]);
    }

    [Fact]
    public async Task PostingId_IsKeptAsItIs_WhenItHoldsDigitsLikeThoseOfACard()
    {
        const string Id = "VT-4111111111111111";
        await using var bench = await CreateAsync(postgres);

        (await bench.OpenAsync(Head(), Item(Id))).ShouldBeOfType<FileTaken>().Taken.ShouldBe(2);

        (await bench.QueryAsync("select posting_id, line from postings")).ShouldBe([$"{Id}|3"]);
        (await bench.TakeRowsAsync(Row("R1", kind: "REVERSAL", amount: "5000.00", original: Id))).ShouldBeOfType<FileTaken>().Taken.ShouldBe(1);
    }

    [Fact]
    public async Task Account_IsOpened_WhenItsTokenHoldsDigitsLikeThoseOfACard()
    {
        const string Id = "AC-4111111111111111";
        await using var bench = await CreateAsync(postgres);
        await bench.TakeMasterAsync("accounts-2026-07-02.csv", AccountHeader, IntakeBench.Account(Id));
        await bench.TakeMasterAsync("cards-2026-07-02.csv", CardHeader, Card("C7", Id, "visa"));

        (await bench.OpenAsync(Head(Id), Item(account: Id, card: "C7"))).ShouldBeOfType<FileTaken>().Taken.ShouldBe(2);

        (await bench.QueryAsync("select o.account_id, a.last_cut from openings o join accounts a using (account_id)"))
            .ShouldBe(["AC-XXXXXXXXXXXX1111|2026-07-18"]);
    }

    [Fact]
    public async Task Entry_IsBookedWithTheFile_OncePerAccount()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.OpenAsync(Whole);

        (await bench.QueryAsync("select account_id, entry, business_date, kind, reference, gl_account, debit, credit from journal order by line")).ShouldBe(
            [
                "A1|1|2026-08-01|OPENING|2026-07-18|RECEIVABLE_PRINCIPAL|620000|0",
                "A1|1|2026-08-01|OPENING|2026-07-18|RECEIVABLE_INTEREST|500|0",
                "A1|1|2026-08-01|OPENING|2026-07-18|RECEIVABLE_FEES|10000|0",
                "A1|1|2026-08-01|OPENING|2026-07-18|INSTALMENT_PLANS|200000|0",
                "A1|1|2026-08-01|OPENING|2026-07-18|OPENING_BALANCES|0|830500",
            ]);
        (await bench.QueryAsync("select entry, balance from journal_heads")).ShouldBe(["1|630500"]);
    }

    [Fact]
    public async Task Accounts_AreOpenedOneByOne_WhenOneOfAFileDoesNotAddUp()
    {
        await using var bench = await CreateAsync(postgres);

        var outcome = await bench.OpenAsync(
            Head(amount: "5000.01"), Item(), Head("A2", amount: "-70.00", minimum: "0.00"));

        outcome.ShouldBe(new FileTaken(Name, FileKind.Opening, 3, 1, 2, 5000.00m));
        const string Sums = "open principal 5000.00, fees 0.00 and interest 0.00 less a credit balance of 0.00 are 5000.00; the stated balance of 5000.01 expected.";
        (await bench.RejectsAsync()).ShouldBe([$"2|A1|OPENING_MISMATCH|{Sums}", $"3|A1|OPENING_MISMATCH|{Sums}"]);
        (await bench.QueryAsync("select account_id, balance from openings")).ShouldBe(["A2|-7000"]);
        (await bench.QueryAsync("select gl_account, debit, credit from journal order by line")).ShouldBe(["CUSTOMER_CREDIT|0|7000", "OPENING_BALANCES|7000|0"]);
    }

    [Fact]
    public async Task RejectedAccount_IsOpenedByACorrectedFile_AlsoWhenPostingsSinceItsStatementWereTakenMeanwhile()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.OpenAsync(Head(amount: "5000.01"), Item());
        await bench.TakeRowsAsync(Row("P7", postingDate: "2026-07-19", transactionDate: "2026-07-19"));

        (await bench.OpenAsync("opening-2026-08-01-2.csv", [Head(), Item()]))
            .ShouldBe(new FileTaken("opening-2026-08-01-2.csv", FileKind.Opening, 2, 2, 0, 5000.00m));
        (await bench.OpenAsync("opening-2026-08-01-3.csv", [Head("A1")])).ShouldBeOfType<FileTaken>().Rejected.ShouldBe(1);
        (await bench.QueryAsync("select reason, detail from rejects where file_name = 'opening-2026-08-01-3.csv'")).ShouldBe(
            ["ACCOUNT_NOT_NEW|account_id 'A1' was last cut on 2026-07-18; a new account expected."]);
    }

    [Fact]
    public async Task Account_IsRejected_WhenPostingsOnOrBeforeItsStatementWereTakenHere()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeRowsAsync(Row("P7", postingDate: "2026-07-18", transactionDate: "2026-07-18"));

        await bench.OpenAsync(Head(), Item());

        const string Detail = "account_id 'A1' has postings that count from 2026-07-18; none on or before its last statement of 2026-07-18 expected.";
        (await bench.RejectsAsync()).ShouldBe([$"2|A1|ACCOUNT_NOT_NEW|{Detail}", $"3|A1|ACCOUNT_NOT_NEW|{Detail}"]);
    }

    [Fact]
    public async Task Account_IsOpenedOnce_WhenItStandsTwiceInAFile()
    {
        await using var bench = await CreateAsync(postgres);

        (await bench.OpenAsync(Head(), Item(), Head("A2"), Item("P1", "A2", "C2"), Head(), Item("P2")))
            .ShouldBeOfType<FileTaken>().Taken.ShouldBe(2);
        (await bench.RejectsAsync()).ShouldBe(
            [
                "4|A2|OPENING_INCOMPLETE|line 5 is rejected; an account is opened with all its rows or with none.",
                $"5|A2|DUPLICATE_POSTING|posting_id 'P1' was taken from {Name} line 3; an id never taken before expected.",
                "6|A1|ACCOUNT_NOT_NEW|account_id 'A1' was last cut on 2026-07-18; a new account expected.",
                "7|A1|ACCOUNT_NOT_NEW|account_id 'A1' was last cut on 2026-07-18; a new account expected.",
            ]);
    }

    [Fact]
    public async Task File_IsTakenOnce_AndRefusedWithOtherContent()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.OpenAsync(Whole);

        (await bench.OpenAsync(Whole)).ShouldBeOfType<FileAlreadyTaken>().BusinessDate.ShouldBe(Day);
        (await bench.OpenAsync(Head("A2"))).ShouldBeOfType<FileRefused>().Reason.ShouldStartWith($"{Name}: a file of this name but other content");
        (await bench.QueryAsync("select count(*) from openings")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task File_IsRefused_WhenItsNameDateOrControlFileIsWrong()
    {
        await using var bench = await CreateAsync(postgres);

        (await bench.OpenAsync("opening-2026-08-02.csv", Whole)).ShouldBe(new FileRefused(
            "opening-2026-08-02.csv", "opening-2026-08-02.csv: the file is dated 2026-08-02; a date not after the business date 2026-08-01 expected."));
        (await bench.OpenAsync("opening.csv", Whole)).ShouldBe(new FileRefused(
            "opening.csv", "opening.csv: the name tells no file of this kind; opening-yyyy-MM-dd.csv or opening-yyyy-MM-dd-n.csv expected."));
        (await bench.OpenAsync(Name, Whole, controlFileRequired: true)).ShouldBe(new FileRefused(
            Name, $"{Name}: its control file {Name}.control.json is not there; this installation requires one."));
        bench.WriteText($"{Name}.control.json", $$"""{"records": 9, "amountTotal": "6305.00", "sha256": "{{new string('0', 64)}}"}""");
        (await bench.OpenAsync(Whole)).ShouldBe(new FileRefused(Name, $"{Name}: its control file states 9 records; the file has 10."));
        (await bench.QueryAsync("select count(*) from openings")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task File_IsRefused_WhenAnAccountHasMoreRowsThanAnyCan()
    {
        await using var bench = await CreateAsync(postgres);

        (await bench.OpenAsync([Head(), .. Enumerable.Repeat(Item(), 5_000)])).ShouldBe(new FileRefused(
            Name, $"{Name}: line 5002 is more than 5000 rows below line 2, where its account begins; fewer expected."));
        (await bench.QueryAsync("select count(*) from rejects")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Night_TakesOpeningsAfterMastersAndBeforePostings_AlsoOfAnEarlierDateOnItsFirst()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        bench.Write("postings-2026-08-01.csv", [PostingHeader, Row("R2", kind: "REFUND", original: "P1")]);
        bench.Write("opening-2026-07-31.csv", [Header, Head(), Item()]);
        bench.WriteText("opening-2026-08-01-2.csv.control.json", "{}");
        bench.Write("accounts.csv", AccountHeader, IntakeBench.Account("A1"));
        bench.Write("cards.csv", CardHeader, Card("C1", "A1", "visa"));

        var report = await IntakeRun.TakeAllAsync(bench.Db, bench.Folder, Day, Day, bench.Tariff, new(false), default);

        report.Outcomes.ShouldBe(
            [
                new FileRefused(
                    "opening-2026-08-01-2.csv.control.json",
                    "opening-2026-08-01-2.csv.control.json: its opening file opening-2026-08-01-2.csv is not there."),
                new FileTaken("accounts.csv", FileKind.Accounts, 1, 1, 0, null),
                new FileTaken("cards.csv", FileKind.Cards, 1, 1, 0, null),
                new FileTaken("opening-2026-07-31.csv", FileKind.Opening, 2, 2, 0, 5000.00m),
                new FileTaken("postings-2026-08-01.csv", FileKind.Postings, 1, 1, 0, 100.00m),
            ]);
    }
}
