using BenchmarkDotNet.Attributes;
using Cycle.Bench.Nights;
using Cycle.Bench.Portfolio;
using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Intake.Postings;
using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Interest;
using Cycle.Rendering;
using Cycle.Rendering.Messages;
using Cycle.Rendering.Samples;

namespace Cycle.Bench.Functions;

/// <summary>The functions that a night calls millions of times, one thread each. An operation is one account, item, row, PDF or message.</summary>
[MemoryDiagnoser]
public class FunctionBenchmarks
{
    private const int RowsOfFile = 20_000;

    private static readonly StatementRenderer Renderer = new(Theme.Shipped());

    private readonly AccountCycle _cycle = Revolver.Cycle();
    private readonly AccountHistory _history = new([new(NightDays.Begin, NightDays.StatementDay, false)]);
    private readonly PrincipalStep[] _steps =
        [new(new(2026, 7, 27), new(1_000_000)), new(new(2026, 8, 10), new(936_082)), new(new(2026, 9, 2), new(500_000))];

    private readonly MessageTemplates _templates = MessageTemplates.Shipped();
    private readonly CardAlert _alert = new("1234", "1,540.00", "ห้างสรรพสินค้าบ้านเรา", "15:15", "48,460.00");
    private readonly List<InterestLeg> _legs = [];
    private readonly StatementDocument _document = SampleStatement.Read(RenderingFiles.PathOf("Theme", "samples"), "ordinary");
    private readonly Money _principal = new(1_000_000);
    private string _file = "";

    /// <summary>Makes the file of rows.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var folder = Directory.CreateTempSubdirectory("cycle-bench-").FullName;
        NightPortfolio.Write(folder, RowsOfFile / 8, new() { Bad = 0 });
        _file = Path.Combine(folder, $"postings-{Texts.Date(NightDays.Measured)}.csv");
        File.WriteAllLines(_file, File.ReadAllLines(_file).Take(RowsOfFile + 1));
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    /// <summary>The pure close of one account with eleven postings and ten items of the cycle before.</summary>
    [Benchmark(Description = "the pure close of an account")]
    public object Close() => CycleCut.Close(_cycle, NightDays.Measured, Revolver.Tariff, ThaiHolidays.Calendar);

    /// <summary>The interest legs of one item whose principal went down twice, over two cycles.</summary>
    [Benchmark(Description = "the interest legs of an item")]
    public int LegsOfAnItem()
    {
        _legs.Clear();
        Legs.Add(_legs, "P-1", ItemKind.CashAdvance, _steps, NightDays.Measured, new(Revolver.Tariff, _history), _history);
        return _legs.Count;
    }

    /// <summary>Interest of a run of days, the one formula.</summary>
    [Benchmark(Description = "interest of a leg")]
    public Money Interest() => Legs.Amount(_principal, new(1_600), 23);

    /// <summary>Reads and checks a posting file; an operation is a row.</summary>
    /// <returns>How many rows a reader without a database rejects.</returns>
    [Benchmark(Description = "a row of a posting file, read and checked", OperationsPerInvoke = RowsOfFile)]
    public int Rows()
    {
        using var file = CsvFile.Open(_file, PostingColumns.All);
        var pool = new PostingRowPool();
        var reader = new PostingRowReader(file, NightDays.Measured, pool);
        var (rows, rejected) = (pool.List(), 0);
        while (file.Read())
        {
            rows.Add(reader.Read());
            if (rows.Count == PostingChunks.Rows)
            {
                rejected += rows.Count(row => row.Rejection is not null);
                pool.Return(rows);
                rows = pool.List();
            }
        }

        return rejected + rows.Count(row => row.Rejection is not null);
    }

    /// <summary>One Thai statement of one page.</summary>
    [Benchmark(Description = "a statement of one page")]
    public int Statement() => Renderer.Render(_document).Pages;

    /// <summary>One Thai spend alert.</summary>
    [Benchmark(Description = "a spend alert")]
    public string Message() => _templates.WriteSpend(Language.Thai, _alert);
}
