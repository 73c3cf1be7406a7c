using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>
/// A night on which every step has something to do, ready to be run from the store the nights before it left; and what it leaves when
/// nothing disturbs it.
/// </summary>
public sealed class BusyNight(PostgresFixture postgres) : IAsyncLifetime
{
    public const string First = "2026-08-02";
    public const string Date = "2026-08-18";

    private readonly string _made = Directory.CreateTempSubdirectory("cycle-busy-").FullName;
    private NightBench? _bench;

    internal SortedDictionary<string, string> Outputs { get; private set; } = null!;

    internal SortedDictionary<string, string> Store { get; private set; } = null!;

    /// <summary>The store as it is on the eve of the night, with the night's files in the inbox; the same one for every test, set back.</summary>
    internal async Task<NightBench> OpenAsync()
    {
        var bench = _bench!;
        // Far quicker than a database for each test: there are a hundred rows.
        await bench.ExecuteAsync(
            """
            drop function if exists fault cascade;
            drop sequence if exists attempts;
            do $$ declare tables text[] := array(select tablename from pg_tables where schemaname = 'eve'); name text; begin
                set local session_replication_role = replica;
                execute (select 'truncate ' || string_agg(format('public.%I', t), ', ') from unnest(tables) t);
                foreach name in array tables loop execute format('insert into public.%I overriding system value select * from eve.%1$I', name); end loop;
            end $$;
            """);
        Directory.Delete(bench.Output, recursive: true);
        Copy(_made, bench.Output);
        return bench;
    }

    /// <summary>Holds what a disturbed night and its second run left against the undisturbed one.</summary>
    internal async Task CheckAsync(NightBench bench, string disturbance)
    {
        (await bench.QueryAsync($"select state, coalesce(error, '') from runs where business_date = '{Date}'")).ShouldBe(["completed|"], disturbance);
        SameContent.Check(await bench.OutputsAsync(First, Date), Outputs, disturbance);
        SameContent.Check(await StoreText.OfBusinessAsync(bench.Db), Store, disturbance);
    }

    public async Task InitializeAsync()
    {
        _bench = await NightBench.CreateAsync(postgres);
        WriteFiles(_bench);
        await _bench.RunAsync(First);
        await _bench.RunAsync("2026-08-17");
        Copy(_bench.Output, _made);
        await _bench.ExecuteAsync(
            """
            create schema eve;
            do $$ declare name text; begin
                for name in select tablename from pg_tables where schemaname = 'public' and tablename <> '__EFMigrationsHistory' loop
                    execute format('create table eve.%I as table public.%1$I', name);
                end loop;
            end $$;
            """);
        await _bench.RunAsync(Date);
        Outputs = await _bench.OutputsAsync(First, Date);
        Store = await StoreText.OfBusinessAsync(_bench.Db);
    }

    /// <summary>Also when the nights before it failed, or the store could not even be made.</summary>
    public async Task DisposeAsync()
    {
        await (_bench?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_made, recursive: true);
    }

    private static void WriteFiles(NightBench bench) => bench
        .WithAccounts(
            Rows.Account("LATE", statementDay: 2), Rows.Account("NOTICED", statementDay: 6, language: "th"),
            Rows.Account("CLOSED1", language: "th"), Rows.Account("CLOSED2", limit: "4000.00"), Rows.Account("UNUSED", optIn: false),
            Rows.Account("ANNUAL", statementDay: 25))
        .WithCards(
            Rows.Card("C-LATE", "LATE"), Rows.Card("C-NOTICED", "NOTICED"), Rows.Card("C-CLOSED1", "CLOSED1"), Rows.Card("C-CLOSED2", "CLOSED2"),
            Rows.Card("C-UNUSED", "UNUSED", activated: "", approved: "2026-02-17"), Rows.Card("C-ANNUAL", "ANNUAL", activated: "2025-08-18"))
        .WithPostings("2026-08-02", Rows.Purchase("P1", "C-LATE", "2026-08-02", "50000.00"))
        .WithPostings("2026-08-06", Rows.Purchase("P2", "C-NOTICED", "2026-08-05", "3000.00"), Rows.Cash("P3", "C-CLOSED1", "2026-08-06", "10000.00"))
        .With("fx-2026-08-18.csv", "network,currency,rate", "mastercard,USD,35.25", "visa,USD,35.2")
        .With("accounts-2026-08-18.csv", Rows.AccountHeader, Rows.Account("ANNUAL", statementDay: 25, name: "Somsri Jaidee"))
        .With("postings-2026-08-17.csv.control.json", "{}")
        .WithPostings(
            "2026-08-18",
            Rows.Purchase("P4", "C-CLOSED1", "2026-08-18", "100.00").Replace(",THB,", ",USD,", StringComparison.Ordinal),
            Rows.Purchase("P5", "C-CLOSED2", "2026-08-17", "2500.00"), Rows.Purchase("P6", "C-CLOSED2", "2026-08-18", "2000.00", months: "4"),
            Rows.Payment("P7", "C-CLOSED2", "2026-08-18", "300.00"), Rows.Purchase("P8", "C-NOBODY", "2026-08-18", "9.00"),
            Rows.Purchase("P9", "C-CLOSED1", "2026-08-18", "1234.56"), Rows.Reversal("P10", "C-CLOSED1", "2026-08-18", "1234.56", "P9"));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
