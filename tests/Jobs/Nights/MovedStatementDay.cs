using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>
/// Accounts that are cut on 18 August 2026 with 10,000.00 due 2 September, and, their statement day moved to the 25th by a master of 20
/// August, again on 25 August, due 9 September: behind the second cut the first due date still lies ahead.
/// </summary>
internal static class MovedStatementDay
{
    /// <summary>The due notices of account A1 when nothing is paid, as <see cref="NoticesAsync"/> tells them.</summary>
    public static IReadOnlyList<string> Notices { get; } =
    [
        "2026-08-30|A1|due:A1:2026-08-18|Card x1148: payment due 2 Sep 2026. Balance THB 10,000.00, minimum THB 1,000.00.",
        "2026-09-06|A1|due:A1:2026-08-25|Card x1148: payment due 9 Sep 2026. Balance THB 10,035.06, minimum THB 1,000.00.",
    ];

    /// <summary>A bench after its first night, that of 18 August.</summary>
    public static async Task<NightBench> CreateAsync(PostgresFixture postgres, params string[] ids)
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(ids.Select(id => Rows.Account(id)))
            .WithCards(ids.Select(id => Rows.Card($"C-{id}", id)))
            .WithPostings("2026-08-18", ids.Select(id => Rows.Purchase($"P-{id}", $"C-{id}", "2026-08-18", "10000.00")))
            .With("accounts-2026-08-20.csv", [Rows.AccountHeader, .. ids.Select(id => Rows.Account(id, statementDay: 25))]);
        await bench.RunAsync("2026-08-18");
        return bench;
    }

    /// <summary>Date, account, key and text of every due notice, in the order they were queued.</summary>
    public static Task<List<string>> NoticesAsync(NightBench bench) =>
        bench.QueryAsync("select business_date, account_id, idempotency_key, text from messages where kind = 'DUE_NOTICE' order by message_id");
}
