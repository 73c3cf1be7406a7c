using System.Globalization;
using System.Security.Cryptography;
using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Storage.Statements;
using Cycle.Rendering;
using Cycle.Rendering.Pdf;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>
/// Holds PDFs against the store they were drawn from. One that was drawn with today's versions must come out again with the same bytes.
/// One that other versions drew cannot: of it the figures are compared, read from the file's text.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="output">The folder that holds the PDFs.</param>
/// <param name="renderers">Draw with today's versions.</param>
/// <param name="findings">Where statements are named that do not agree.</param>
internal sealed class RedrawCheck(NpgsqlDataSource database, string output, Renderers renderers, List<string> findings)
{
    private readonly StatementTariffs _tariffs = new(database);
    private readonly SortedDictionary<string, int> _agreeing = new(StringComparer.Ordinal);

    /// <summary>Checks the statements that other versions drew, and all others too when asked.</summary>
    /// <returns>What agrees by its figures only, and what it was drawn with.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(bool redrawsAll, CancellationToken cancellationToken)
    {
        var renderer = renderers.Rent();
        try
        {
            await using var connection = await WholePortfolio.OpenAsync(database, cancellationToken);
            var other = redrawsAll ? "true" : $"r.drawn_with is distinct from {Sql.Text(renderer.DrawnWith)}";
            foreach (var date in await DatesAsync(connection, other, cancellationToken))
            {
                var drawn = await DrawnAsync(connection, date, other, cancellationToken);
                var condition =
                    $"""
                    s.statement_date = {Sql.Date(date)} and exists (
                        select from rendered_statements r
                        where r.statement_date = s.statement_date and r.account_id = s.account_id and {other})
                    """;
                await foreach (var stored in new StatementReader(connection).ReadAsync(condition, cancellationToken))
                {
                    // A night that is open may have drawn more of them since.
                    if (drawn.TryGetValue(stored.Statement.AccountId, out var file))
                    {
                        var document = StatementDocuments.Of(stored, await _tariffs.OfAsync(stored, cancellationToken));
                        await CheckAsync(file, document, renderer, cancellationToken);
                    }
                }
            }

            return [.. _agreeing.Select(pair => string.Create(
                CultureInfo.InvariantCulture,
                $"{pair.Value:N0} PDFs were drawn with other versions ({pair.Key}); now it is {renderer.DrawnWith}. Their bytes cannot come out again; all their figures and dates agree with the store: balances, minimum, sums, every line, every leg."))];
        }
        finally
        {
            renderers.Return(renderer);
        }
    }

    private async Task CheckAsync(DrawnFile file, StatementDocument document, StatementRenderer renderer, CancellationToken cancellationToken)
    {
        if (file.DrawnWith == renderer.DrawnWith)
        {
            if (Convert.ToHexStringLower(SHA256.HashData(renderer.Render(document).Bytes.Span)) != file.Sha256)
            {
                findings.Add($"statement: {file.Path} comes out of the store with other bytes than were drawn; its SHA-256 was {file.Sha256}");
            }

            return;
        }

        var path = Path.Combine(output, file.Path);
        if (!File.Exists(path))
        {
            return; // PdfCheck has named it.
        }

        var text = await PdfText.ReadAsync(path, cancellationToken);
        var lost = StatementFigures.All(document, renderers.Theme).Where(figure => !figure.IsAnywhereIn(text)).Select(figure => figure.Name).ToList();
        if (lost.Count > 0)
        {
            findings.Add($"statement: {file.Path}, drawn with other versions, does not tell what the store says of: {string.Join(", ", lost)}");
            return;
        }

        var words = file.DrawnWith ?? "not kept";
        _agreeing[words] = _agreeing.GetValueOrDefault(words) + 1;
    }

    private static async Task<IReadOnlyList<DateOnly>> DatesAsync(NpgsqlConnection connection, string other, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select coalesce(array_agg(distinct r.statement_date order by r.statement_date), '{{}}') from rendered_statements r where {other}", connection);
        return (DateOnly[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The files of a date to check, by account.</summary>
    private static async Task<Dictionary<string, DrawnFile>> DrawnAsync(
        NpgsqlConnection connection, DateOnly date, string other, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select r.account_id, r.path, r.sha256, r.drawn_with from rendered_statements r where r.statement_date = {Sql.Date(date)} and {other}", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var drawn = new Dictionary<string, DrawnFile>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            drawn.Add(rows.GetString(0), new(rows.GetString(1), rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3)));
        }

        return drawn;
    }

    private sealed record DrawnFile(string Path, string Sha256, string? DrawnWith);
}
