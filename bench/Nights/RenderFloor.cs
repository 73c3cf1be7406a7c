using Cycle.Bench.Statements;
using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Statements;
using Cycle.Ledger.Tariffs;
using Cycle.Rendering;
using Cycle.Rendering.Drawing;
using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>
/// What render is held against: the bare loop over Pango and Cairo that draws the strings of some of the night's own statements, on as
/// many threads as the night had workers. Nothing is read, nothing written to disk.
/// </summary>
/// <param name="PerSecond">PDFs a second, all threads together.</param>
/// <param name="PerCpuSecond">PDFs a second of CPU time.</param>
internal sealed record RenderFloor(double PerSecond, double PerCpuSecond)
{
    private const int Sample = 32;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task<RenderFloor> MeasureAsync(NpgsqlConnection connection, int threads)
    {
        var texts = await TextsAsync(connection);
        Work Bare()
        {
            var loop = new BareLoop(texts);
            return new(() => loop.Draw(), loop);
        }

        var pace = Pace.MedianOf([.. Enumerable.Range(0, Rounds).Select(_ => Pace.Measure(threads, Round, Bare))]);
        return new(pace.PerSecond, pace.PerCpuSecond);
    }

    /// <summary>The strings of statements from everywhere in the portfolio, each with its place.</summary>
    private static async Task<List<List<DrawnText>>> TextsAsync(NpgsqlConnection connection)
    {
        var tariff = TariffReader.Read(await File.ReadAllBytesAsync(BenchHome.Tariff));
        using var renderer = new StatementRenderer(Theme.Shipped());
        var texts = new List<List<DrawnText>>();
        var condition = $"s.statement_date = '{NightDays.Measured:yyyy-MM-dd}' and s.account_id in (" +
            $"select account_id from statements where statement_date = '{NightDays.Measured:yyyy-MM-dd}' order by md5(account_id) limit {Sample})";
        await foreach (var stored in new StatementReader(connection).ReadAsync(condition, CancellationToken.None))
        {
            var drawn = new List<DrawnText>();
            renderer.Render(StatementDocuments.Of(stored, tariff), drawn);
            texts.Add(drawn);
        }

        return texts;
    }
}
