using System.Globalization;
using System.Text;
using Cycle.Jobs.Intake;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>A database of one test's own with the schema, a folder for its files, and short ways to use both.</summary>
internal sealed class IntakeBench : IAsyncDisposable
{
    /// <summary>The business date tests take files in on unless they say otherwise.</summary>
    public static readonly DateOnly Day = new(2026, 8, 1);

    public const string PostingHeader =
        "posting_id,card_id,kind,transaction_date,transaction_time,posting_date,amount,currency,billing_amount,merchant,mcc,country,original_posting_id,channel,instalment_months";

    public const string AccountHeader =
        "account_id,customer_id,customer_name,product,secured,credit_limit,statement_day,opened_date,last_movement_date,language,mobile,sms_opt_in,address_1,address_2,address_3,postcode";

    public const string CardHeader = "card_id,account_id,role,network,last4,holder_name,approved_date,activated_date,cancelled_date";

    private readonly TestDatabase _database;

    private IntakeBench(TestDatabase database)
    {
        _database = database;
        Db = NpgsqlDataSource.Create(database.ConnectionString);
        Folder = Directory.CreateTempSubdirectory("cycle-intake-").FullName;
    }

    public NpgsqlDataSource Db { get; }

    public string Folder { get; }

    public Tariff Tariff { get; init; } = IntakeTariff.Create();

    /// <summary>A bench with two accounts: A1 (card C1 visa, card S1 supplementary visa) and A2 (card C2 mastercard), all activated on 2026-01-05.</summary>
    public static async Task<IntakeBench> CreateAsync(PostgresFixture postgres, bool withCards = true)
    {
        var bench = new IntakeBench(await postgres.CreateDatabaseAsync("schema", MigrateAsync));
        if (withCards)
        {
            (await bench.TakeMasterAsync("accounts-2026-07-01.csv", AccountHeader, Account("A1"), Account("A2"))).ShouldBeOfType<FileTaken>();
            (await bench.TakeMasterAsync("cards-2026-07-01.csv", CardHeader, Card("C1", "A1", "visa"), Card("S1", "A1", "visa"), Card("C2", "A2", "mastercard")))
                .ShouldBeOfType<FileTaken>();
        }

        return bench;
    }

    public static string Account(string id, string name = "Somchai") => $"{id},K{id},{name},MC_WORLD,false,100000.00,18,2020-01-01,,th,0812345678,true,1 Road,,Bangkok,10110";

    public static string Card(string id, string account, string network, string activated = "2026-01-05", string cancelled = "") =>
        $"{id},{account},primary,{network},1234,SOMCHAI,2026-01-01,{activated},{cancelled}";

    /// <summary>A posting row; a purchase of 100.00 THB on card C1 unless told otherwise.</summary>
    public static string Row(
        string id, string card = "C1", string kind = "PURCHASE", string transactionDate = "2026-08-01", string time = "", string postingDate = "2026-08-01",
        string amount = "100.00", string currency = "THB", string billed = "", string merchant = "Shop", string mcc = "5411", string country = "TH",
        string original = "", string channel = "", string months = "") =>
        $"{id},{card},{kind},{transactionDate},{time},{postingDate},{amount},{currency},{billed},{merchant},{mcc},{country},{original},{channel},{months}";

    public string Write(string name, params string[] lines) => WriteText(name, string.Concat(lines.Select(line => line + "\n")));

    public string WriteText(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

    public string WriteBytes(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public Task<IntakeOutcome> TakeAsync(string path, DateOnly? on = null, bool controlFileRequired = false, CancellationToken cancellationToken = default) =>
        PostingFile.TakeAsync(Db, path, on ?? Day, Tariff, new(controlFileRequired), cancellationToken);

    /// <summary>Takes the standard posting file of the day in with these rows.</summary>
    public Task<IntakeOutcome> TakeRowsAsync(params string[] rows) => TakeAsync(Write("postings-2026-08-01.csv", [PostingHeader, .. rows]));

    public Task<IntakeOutcome> TakeMasterAsync(string name, params string[] lines) =>
        MasterFile.TakeAsync(Db, Write(name, lines), Day, Tariff, default);

    /// <summary>Rows of a query, their cells joined by a bar.</summary>
    public async Task<List<string>> QueryAsync(string sql)
    {
        var rows = new List<string>();
        await using var command = Db.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Text(reader.GetValue(i)))));
        }

        return rows;
    }

    /// <summary>The rejects as line, id, reason and detail.</summary>
    public Task<List<string>> RejectsAsync() => QueryAsync("select line, posting_id, reason, detail from rejects order by file_name, line");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Text(object value) => value switch
    {
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = NpgsqlDataSource.Create(connectionString);
        await Schema.MigrateAsync(db, default);
    }
}
