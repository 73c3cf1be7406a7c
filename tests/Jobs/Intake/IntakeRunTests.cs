using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class IntakeRunTests(PostgresFixture postgres)
{
    private static readonly DateOnly First = new(2026, 8, 1);

    [Fact]
    public async Task FirstDate_TakesUndatedAndEarlierMasters_AndNamesEarlierPostings()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        foreach (var name in new[] { "postings-2026-08-01-2.csv", "postings-2026-08-01.csv", "postings-2026-07-31.csv", "postings-2026-08-02.csv" })
        {
            bench.Write(name, PostingHeader);
        }

        bench.Write("fx-2026-07-30.csv", "network,currency,rate");
        bench.Write("cards-2026-07-01.csv", CardHeader);
        bench.Write("cards.csv", CardHeader);
        bench.Write("accounts.csv", AccountHeader);
        bench.Write("accounts-2026-08-02.csv", AccountHeader);
        bench.Write("holidays.csv", "date,name");
        bench.Write("notes.txt");
        bench.Write("postings-2026-08-01.csv.bak");
        bench.Write("case.json");

        var report = await TakeAllAsync(bench, First);

        report.Outcomes.Select(outcome => outcome.ShouldBeOfType<FileTaken>().FileName).ShouldBe(
            ["holidays.csv", "accounts.csv", "cards.csv", "cards-2026-07-01.csv", "fx-2026-07-30.csv", "postings-2026-08-01-2.csv", "postings-2026-08-01.csv"]);
        report.PostingFilesNotRead.ShouldBe(["postings-2026-07-31.csv"]);
        report.UnknownFiles.ShouldBe(["case.json", "notes.txt", "postings-2026-08-01.csv.bak"]);
        (await TakeAllAsync(bench, First.AddDays(1))).Outcomes.Select(outcome => outcome.ShouldBeOfType<FileTaken>().FileName)
            .ShouldBe(["accounts-2026-08-02.csv", "postings-2026-08-02.csv"]);
        (await TakeAllAsync(bench, First.AddDays(2))).Outcomes.ShouldBeEmpty();
    }

    [Fact]
    public async Task SubfoldersNamedByDates_BelongToTheInbox_OthersDoNot()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        foreach (var folder in new[] { "2026-08-01", "2026-08-02", "archive" })
        {
            Directory.CreateDirectory(Path.Combine(bench.Folder, folder));
        }

        bench.Write("2026-08-01/postings-2026-08-01.csv", PostingHeader);
        bench.Write("2026-08-01/accounts.csv", AccountHeader);
        bench.Write("2026-08-02/postings-2026-08-02.csv", PostingHeader);
        bench.Write("archive/postings-2026-08-01-9.csv", PostingHeader);

        (await TakeAllAsync(bench, First)).Outcomes.Select(outcome => outcome.FileName).ShouldBe(["accounts.csv", "postings-2026-08-01.csv"]);
    }

    [Fact]
    public async Task EmptyFolder_IsNothingToDo_AndMissingOneIsTold()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);

        var report = await TakeAllAsync(bench, First);

        (report.Outcomes.Count, report.PostingFilesNotRead.Count, report.UnknownFiles.Count).ShouldBe((0, 0, 0));
        Should.Throw<DirectoryNotFoundException>(() => Inbox.List(Path.Combine(bench.Folder, "nowhere"))).Message.ShouldEndWith("the files to take in are expected there.");
    }

    [Fact]
    public async Task SameDateAgain_SaysWhenEachFileWasTaken()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        bench.Write("accounts.csv", AccountHeader);
        bench.Write("postings-2026-08-01.csv", PostingHeader);
        await TakeAllAsync(bench, First);

        (await TakeAllAsync(bench, First)).Outcomes.Select(outcome => outcome.ShouldBeOfType<FileAlreadyTaken>().FileName).ShouldBe(["accounts.csv", "postings-2026-08-01.csv"]);
    }

    [Fact]
    public async Task LateFile_IsTakenOnALaterDate_WithItsOwnDate()
    {
        await using var bench = await CreateAsync(postgres);
        var inbox = Inbox.List(bench.Folder);
        bench.Write("postings-2026-08-01.csv", PostingHeader, Row("P1"), Row("P2", postingDate: "2026-08-02"));

        (await TakeAllAsync(bench, First.AddDays(2))).Outcomes.OfType<FileTaken>().Single(file => file.Kind == FileKind.Postings).Rejected.ShouldBe(1);

        (await bench.QueryAsync("select posting_id, taken_on from postings")).ShouldBe(["P1|2026-08-03"]);
        (await bench.QueryAsync("select reason from rejects")).ShouldBe(["BAD_DATE"]);
        inbox.UnknownFiles.ShouldBeEmpty();
    }

    [Fact]
    public async Task LateMaster_LeavesCardsCancelled_ThatANewerOneToldBefore()
    {
        await using var bench = await CreateAsync(postgres);
        bench.Write("cards-2026-08-05.csv", CardHeader, Card("C1", "A1", "visa", cancelled: "2026-08-05"));
        await TakeAllAsync(bench, new(2026, 8, 5));
        bench.Write("cards-2026-08-04.csv", CardHeader, Card("C1", "A1", "visa"), Card("S2", "A1", "visa"));
        bench.Write("postings-2026-08-06.csv", PostingHeader, Row("P1", postingDate: "2026-08-06"), Row("P2", card: "S2", postingDate: "2026-08-06"));

        var report = await TakeAllAsync(bench, new(2026, 8, 6));

        report.Outcomes[0].ShouldBe(new FileTaken("cards-2026-08-04.csv", FileKind.Cards, 2, 2, 0, null, Older: 1));
        (await bench.QueryAsync("select card_id, cancelled_date, told_on from cards where card_id in ('C1', 'S2') order by 1"))
            .ShouldBe(["C1|2026-08-05|2026-08-05", "S2||2026-08-04"]);
        (await bench.QueryAsync("select posting_id, reason from rejects")).ShouldBe(["P1|CARD_CANCELLED"]);
        (await bench.QueryAsync("select posting_id from postings")).ShouldBe(["P2"]);
    }

    [Fact]
    public async Task TakenFile_IsLookedAtAgain_WhenItWasWrittenToSince()
    {
        await using var bench = await CreateAsync(postgres);
        var path = bench.Write("postings-2026-08-01.csv", PostingHeader, Row("P1"));
        await TakeAllAsync(bench, First);
        bench.Write("postings-2026-08-01.csv", PostingHeader, Row("P1"), Row("P2"));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));

        (await TakeAllAsync(bench, First.AddDays(5))).Outcomes.ShouldHaveSingleItem().ShouldBeOfType<FileRefused>().Reason.ShouldContain("but other content");
    }

    [Fact]
    public async Task RefusedFile_IsTriedAgainOnEveryDate_UntilItIsMended()
    {
        await using var bench = await CreateAsync(postgres);
        bench.Write("postings-2026-08-01.csv", "nonsense");
        var inbox = Inbox.List(bench.Folder);
        for (var day = 0; day < 2; day++)
        {
            (await IntakeRun.TakeAllAsync(bench.Db, inbox, First.AddDays(day), First, bench.Tariff, new(false), default)).Outcomes.ShouldContain(outcome => outcome is FileRefused);
        }

        bench.Write("postings-2026-08-01.csv", PostingHeader, Row("P1"));

        (await IntakeRun.TakeAllAsync(bench.Db, inbox, First.AddDays(2), First, bench.Tariff, new(false), default)).Outcomes.ShouldHaveSingleItem().ShouldBeOfType<FileTaken>();
        (await bench.QueryAsync("select business_date from file_refusals order by 1")).ShouldBe(["2026-08-01", "2026-08-02"]);
    }

    [Fact]
    public async Task ControlFileAlone_IsRefused_UntilItsPostingFileWasTaken()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        bench.Write("postings-2026-08-02.csv.control.json", "{}");

        (await TakeAllAsync(bench, First)).Outcomes.ShouldBeEmpty();
        (await TakeAllAsync(bench, First.AddDays(1))).Outcomes.ShouldBe(
            [new FileRefused("postings-2026-08-02.csv.control.json", "postings-2026-08-02.csv.control.json: its posting file postings-2026-08-02.csv is not there.")]);
    }

    private static Task<IntakeReport> TakeAllAsync(IntakeBench bench, DateOnly date) =>
        IntakeRun.TakeAllAsync(bench.Db, bench.Folder, date, First, bench.Tariff, new(ControlFileRequired: false), default);
}
