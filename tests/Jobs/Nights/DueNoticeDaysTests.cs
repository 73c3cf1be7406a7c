using Cycle.Jobs.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>
/// When the number of days before the due date changes, each statement that still owes has its notice once, on the first night on or after
/// its notice day (rules.md section 9). Accounts are called by their statement day: D16 is cut on 16 August and due on 31 August, each day
/// later is due a day later.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class DueNoticeDaysTests(PostgresFixture postgres)
{
    private static readonly int[] FromThe14ThToThe22Nd = [.. Enumerable.Range(14, 9)];

    private static readonly string[] RisenOnThe28Th =
    [
        "2026-08-26|D14", "2026-08-27|D15", "2026-08-28|D16", "2026-08-28|D17", "2026-08-28|D18", "2026-08-28|D19", "2026-08-29|D20",
        "2026-08-30|D21", "2026-08-31|D22",
    ];

    [Fact]
    public async Task Notices_OfTheDatesBetween_ComeOnTheNightOfTheChange_WhenTheNumberRises()
    {
        await using var bench = await CreateAsync(FromThe14ThToThe22Nd);

        await NoticeDaysTariff.RunAsync(bench, "2026-09-06", NoticeDaysTariff.Json(("2026-01-01", 3), ("2026-08-28", 6)));

        (await NoticesAsync(bench)).ShouldBe(RisenOnThe28Th);
    }

    [Fact]
    public async Task Notices_OfTheDatesBetween_ComeAllTheSame_WhenTheNumberRisesWithAnotherTariff()
    {
        await using var bench = await CreateAsync(FromThe14ThToThe22Nd);
        await NoticeDaysTariff.RunAsync(bench, "2026-08-27", NoticeDaysTariff.Json(("2026-01-01", 3)));

        await NoticeDaysTariff.RunAsync(bench, "2026-09-06", NoticeDaysTariff.Json(("2026-01-01", 6)));

        (await NoticesAsync(bench)).ShouldBe(RisenOnThe28Th);
    }

    [Fact]
    public async Task Nights_GoOnByTheirOwnNumber_WhenTheTariffOfANightBeforeCannotBeReadAnyMore()
    {
        await using var bench = await CreateAsync(FromThe14ThToThe22Nd);
        await NoticeDaysTariff.RunAsync(bench, "2026-08-27", NoticeDaysTariff.Json(("2026-01-01", 3)));
        await bench.ExecuteAsync("update tariffs set content = '{}'");

        await NoticeDaysTariff.RunAsync(bench, "2026-09-06", NoticeDaysTariff.Json(("2026-01-01", 6)));

        (await NoticesAsync(bench)).ShouldBe(
            ["2026-08-26|D14", "2026-08-27|D15", "2026-08-28|D19", "2026-08-29|D20", "2026-08-30|D21", "2026-08-31|D22"]);
    }

    [Fact]
    public async Task Notices_ComeOnce_AndPauseOnTheNightsAfterTheChange_WhenTheNumberFalls()
    {
        await using var bench = await CreateAsync(FromThe14ThToThe22Nd);

        await NoticeDaysTariff.RunAsync(bench, "2026-09-06", NoticeDaysTariff.Json(("2026-01-01", 6), ("2026-08-28", 3)));

        (await NoticesAsync(bench)).ShouldBe(
            [
                "2026-08-23|D14", "2026-08-24|D15", "2026-08-25|D16", "2026-08-26|D17", "2026-08-27|D18", "2026-08-31|D19", "2026-09-01|D20",
                "2026-09-02|D21", "2026-09-03|D22",
            ]);
    }

    [Fact]
    public async Task Notice_ComesOnItsNewDay_WhenTheNumberFallsAndNobodyWasToldOnItsOldOne()
    {
        await using var bench = await CreateAsync(16);
        bench.With("accounts-2026-08-20.csv", Rows.AccountHeader, Rows.Account("D16", statementDay: 16, optIn: false))
            .With("accounts-2026-08-27.csv", Rows.AccountHeader, Rows.Account("D16", statementDay: 16));

        await NoticeDaysTariff.RunAsync(bench, "2026-09-06", NoticeDaysTariff.Json(("2026-01-01", 6), ("2026-08-28", 3)));

        (await NoticesAsync(bench)).ShouldBe(["2026-08-28|D16"]);
    }

    [Fact]
    public async Task Notices_AreOfThoseWhoOweOnThatNight_WhenTheNumberRises()
    {
        await using var bench = await CreateAsync(16, 17, 18);
        bench.WithPostings("2026-08-27", Rows.Payment("Q17", "C-D17", "2026-08-27", "1000.00"), Rows.Payment("Q18", "C-D18", "2026-08-27", "999.99"))
            .With("accounts-2026-08-28.csv", Rows.AccountHeader, Rows.Account("D16", statementDay: 16, optIn: false));

        await NoticeDaysTariff.RunAsync(bench, "2026-09-02", NoticeDaysTariff.Json(("2026-01-01", 3), ("2026-08-28", 6)));

        (await NoticesAsync(bench)).ShouldBe(["2026-08-28|D18"]);
    }

    [Fact]
    public async Task Notice_ComesOnTheNightAfterTheCut_WhenItsDayWasBeforeTheCut()
    {
        await using var bench = await CreateAsync(16, 28, 29, 1);

        await NoticeDaysTariff.RunAsync(bench, "2026-09-16", NoticeDaysTariff.Json(("2026-01-01", 3), ("2026-08-28", 20)));

        (await NoticesAsync(bench)).ShouldBe(["2026-08-28|D16", "2026-08-29|D28", "2026-08-30|D29", "2026-09-02|D1"]);
    }

    [Fact]
    public async Task Notices_OfAnEarlierStatementToo_ComeOnTheNightOfTheChange_WhenTheNumberRises()
    {
        await using var bench = await CreateMovedAsync();

        await NoticeDaysTariff.RunAsync(bench, "2026-09-09", NoticeDaysTariff.Json(("2026-01-01", 3), ("2026-08-28", 12)));

        (await MovedStatementDay.NoticesAsync(bench)).Select(WithoutText).ShouldBe(["2026-08-28|D18|due:D18:2026-08-18", "2026-08-28|D18|due:D18:2026-08-25"]);
    }

    [Fact]
    public async Task Notices_AreTheSame_WhenTheAccountIsRunAfterItWasSetAsideBeforeTheChange()
    {
        await using var bench = await CreateMovedAsync();
        await NoticeDaysTariff.RunAsync(bench, "2026-08-24", NoticeDaysTariff.Json(("2026-01-01", 3)));
        await bench.ExecuteAsync("update accounts set product = 'GONE'");
        await NoticeDaysTariff.RunAsync(bench, "2026-08-27", NoticeDaysTariff.Json(("2026-01-01", 3)));
        await NoticeDaysTariff.RunAsync(bench, "2026-08-29", NoticeDaysTariff.Json(("2026-01-01", 12)));
        (await NoticesAsync(bench)).ShouldBeEmpty();
        await bench.ExecuteAsync("update accounts set product = 'MC_PLATINUM'");

        await new AccountRerun(bench.Db, bench.Settings(), tariff: null).RunAsync("D18", "tester", "product put right", default);

        (await MovedStatementDay.NoticesAsync(bench)).Select(WithoutText).ShouldBe(["2026-08-28|D18|due:D18:2026-08-18", "2026-08-28|D18|due:D18:2026-08-25"]);
    }

    /// <summary>Accounts of 1,000.00 each, called by their statement day, from the night of 10 August on.</summary>
    private async Task<NightBench> CreateAsync(params int[] statementDays)
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(statementDays.Select(day => Rows.Account($"D{day}", statementDay: day)))
            .WithCards(statementDays.Select(day => Rows.Card($"C-D{day}", $"D{day}")))
            .WithPostings("2026-08-10", statementDays.Select(day => Rows.Purchase($"P{day}", $"C-D{day}", "2026-08-10", "1000.00")));
        await NoticeDaysTariff.RunAsync(bench, "2026-08-10", NoticeDaysTariff.Json(("2026-01-01", 3), ("2026-08-28", 6)));
        return bench;
    }

    /// <summary>An account that is cut on 18 August and, its statement day moved, again on the 25th: due 2 and 9 September.</summary>
    private async Task<NightBench> CreateMovedAsync() =>
        (await CreateAsync(18)).With("accounts-2026-08-20.csv", Rows.AccountHeader, Rows.Account("D18", statementDay: 25));

    private static string WithoutText(string notice) => string.Join('|', notice.Split('|').Take(3));

    private static Task<List<string>> NoticesAsync(NightBench bench) =>
        bench.QueryAsync("select business_date, account_id from messages where kind = 'DUE_NOTICE' order by business_date, account_id");
}
