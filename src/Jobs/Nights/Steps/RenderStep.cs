using System.Security.Cryptography;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Statements;
using Cycle.Rendering;
using Npgsql;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>
/// Draws tonight's statements on all workers: each PDF on the disk before it has its name, its hash kept and what it was drawn with. Some are read back; one that does not tell what its statement says fails the night.
/// </summary>
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
        var rendered = new List<RenderedFile>();
        using var files = new FileBatch(Path.Combine(work.Night.Settings.Output, StatementFiles.Folder), work.Night.Settings.OutputSurvivesPowerCut);
        (StatementDocument Document, RenderedFile File)? readBack = null;
        string drawnWith;
        var tariffs = new StatementTariffs(work.Night.Database, work.Night.Tariff);
        var renderers = Renderers.Of(work.Night.Settings.Theme);
        var renderer = renderers.Rent();
        try
        {
            drawnWith = renderer.DrawnWith;
            var sample = TextLayer.SampleOf(work.Partition, work.Night.Date);
            await foreach (var stored in new StatementReader(work.Connection).ReadAsync(work.Selection, work.Night.Date, cancellationToken))
            {
                var document = StatementDocuments.Of(stored, await tariffs.OfAsync(stored, cancellationToken));
                if (work.Try(stored.Statement.AccountId, () => renderer.Render(document)) is not { } pdf)
                {
                    continue;
                }

                var file = Add(files, document.Statement, pdf);
                if (rendered.Count == sample)
                {
                    readBack = (document, file);
                }

                rendered.Add(file);
            }
        }
        finally
        {
            renderers.Return(renderer);
        }

        await files.KeepAsync(() => PartitionTenure.RequireOursAsync(work.Connection, work.Partition, cancellationToken));
        if (readBack is { } sampled)
        {
            await TextLayer.CheckAsync(Path.Combine(work.Night.Settings.Output, sampled.File.Path), sampled.Document, renderers.Theme, cancellationToken);
        }

        await KeepAsync(work.Connection, work.Night.Date, rendered, drawnWith, cancellationToken);
        return rendered.Count;
    }

    private static RenderedFile Add(FileBatch files, Statement statement, RenderedPdf pdf)
    {
        files.Add(StatementFiles.NameOf(statement.AccountId, statement.StatementDate), pdf.Bytes.Span);
        return new(
            statement.AccountId, StatementFiles.PathOf(statement.AccountId, statement.StatementDate), Convert.ToHexStringLower(SHA256.HashData(pdf.Bytes.Span)),
            pdf.Pages);
    }

    private static async Task KeepAsync(
        NpgsqlConnection connection, DateOnly date, List<RenderedFile> rendered, string drawnWith, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into rendered_statements (statement_date, account_id, path, sha256, pages, drawn_with)
            select $1, r.account_id, r.path, r.sha256, r.pages, $6
            from unnest($2::text[], $3::text[], $4::text[], $5::int[]) as r (account_id, path, sha256, pages)
            """,
            connection);
        command.Parameters.Add(new() { Value = date, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = rendered.Select(file => file.AccountId).ToArray() });
        command.Parameters.Add(new() { Value = rendered.Select(file => file.Path).ToArray() });
        command.Parameters.Add(new() { Value = rendered.Select(file => file.Sha256).ToArray() });
        command.Parameters.Add(new() { Value = rendered.Select(file => file.Pages).ToArray() });
        command.Parameters.Add(new() { Value = drawnWith });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record RenderedFile(string AccountId, string Path, string Sha256, int Pages);
}
