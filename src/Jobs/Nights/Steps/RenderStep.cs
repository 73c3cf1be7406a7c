using System.Collections.Concurrent;
using System.Security.Cryptography;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Statements;
using Cycle.Rendering;
using Npgsql;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Draws tonight's statements on all workers: each PDF written to a temporary name and renamed, its hash kept.</summary>
internal sealed class RenderStep : AccountStep
{
    public override string Name => "render";

    /// <summary>Small partitions, so that a small portfolio too is drawn by all workers.</summary>
    protected override int PartitionSize(Night night) => Math.Max(1, night.Settings.PartitionSize / 10);

    public override string Candidates(Night night) => night.Settings.RendersStatements
        ? $"select account_id from statements where statement_date = {Sql.Date(night.Date)}"
        : "select account_id from statements where false";

    protected override string Summary(long made) => $"{made} PDFs drawn";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var rendered = new List<(string AccountId, string Path, string Sha256, int Pages)>();
        var renderer = Renderers.Rent();
        try
        {
            var condition = $"s.statement_date = {Sql.Date(work.Night.Date)} and s.account_id in ({work.Selection})";
            await foreach (var stored in new StatementReader(work.Connection).ReadAsync(condition, cancellationToken))
            {
                if (work.Try(stored.Statement.AccountId, () => renderer.Render(StatementDocuments.Of(stored, work.Night.Tariff))) is { } pdf)
                {
                    var path = StatementFiles.PathOf(stored.Statement.AccountId, stored.Statement.StatementDate);
                    await OutputFile.WriteAsync(Path.Combine(work.Night.Settings.Output, path), pdf.Bytes, cancellationToken);
                    rendered.Add((
                        stored.Statement.AccountId, path, Convert.ToHexStringLower(SHA256.HashData(pdf.Bytes.Span)), pdf.Pages));
                }
            }
        }
        finally
        {
            Renderers.Return(renderer);
        }

        await WriteAsync(work.Connection, work.Night.Date, rendered, cancellationToken);
        return rendered.Count;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection,
        DateOnly date,
        List<(string AccountId, string Path, string Sha256, int Pages)> rendered,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into rendered_statements (statement_date, account_id, path, sha256, pages)
            select $1, r.account_id, r.path, r.sha256, r.pages
            from unnest($2::text[], $3::text[], $4::text[], $5::int[]) as r (account_id, path, sha256, pages)
            """,
            connection);
        command.Parameters.Add(new() { Value = date, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = rendered.Select(r => r.AccountId).ToArray() });
        command.Parameters.Add(new() { Value = rendered.Select(r => r.Path).ToArray() });
        command.Parameters.Add(new() { Value = rendered.Select(r => r.Sha256).ToArray() });
        command.Parameters.Add(new() { Value = rendered.Select(r => r.Pages).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Renderers are costly to make and serve one statement at a time: as many as ever worked at once are kept.</summary>
    private static class Renderers
    {
        private static readonly ConcurrentBag<StatementRenderer> Idle = [];

        public static StatementRenderer Rent() =>
            Idle.TryTake(out var renderer) ? renderer : new StatementRenderer(Theme.Shipped());

        public static void Return(StatementRenderer renderer) => Idle.Add(renderer);
    }
}
