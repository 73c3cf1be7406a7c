using System.Security.Cryptography;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Releases;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Storage.Statements;
using Cycle.Rendering;
using Cycle.Rendering.Pdf;
using Npgsql;

namespace Cycle.Jobs.Outputs;

/// <summary>
/// Draws issued statements again from what the store keeps of them, and compares each with the hash of the file that went out: an
/// export needs no folder of the night, and shows whether the same bytes still come out.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="theme">Who issues the statements; null for the theme in force. Where it has a password, copies that open only with it are written.</param>
public sealed class PdfExport(NpgsqlDataSource database, Theme? theme = null)
{
    /// <summary>Writes the PDFs of some statement dates.</summary>
    /// <param name="directory">The folder; the files go into its <c>statements</c>.</param>
    /// <param name="from">First statement date.</param>
    /// <param name="to">Last statement date.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <param name="pdfs">Told the hash of each file as it is written, which is not the kept one where the theme has a password.</param>
    /// <returns>Files written, and those of them whose bytes are not those that went out.</returns>
    public async Task<(int Written, IReadOnlyList<string> Different)> WriteAsync(
        string directory, DateOnly from, DateOnly to, CancellationToken cancellationToken, WrittenPdfs? pdfs = null)
    {
        await using var connection = await WholePortfolio.OpenAsync(database, cancellationToken);
        var hashes = await HashesAsync(connection, from, to, cancellationToken);
        var tariffs = new StatementTariffs(database);
        var issuer = theme ?? Theme.InForce();
        using var renderer = new StatementRenderer(issuer);
        var written = 0;
        var different = new List<string>();
        var condition = $"s.statement_date between {Sql.Date(from)} and {Sql.Date(to)} and {ReleaseRules.StatementMayGo("s")}";
        await foreach (var stored in new StatementReader(connection).ReadAsync(condition, cancellationToken))
        {
            var document = StatementDocuments.Of(stored, await tariffs.OfAsync(stored, cancellationToken));
            var pdf = renderer.Render(document);
            var path = StatementFiles.PathOf(stored.Statement.AccountId, stored.Statement.StatementDate);
            var outgoing = issuer.Password is { } rule
                ? await ProtectedPdf.MakeAsync(pdf.Bytes, rule.PasswordOf(document), directory, cancellationToken)
                : pdf.Bytes;
            await OutputFile.WriteAsync(Path.Combine(directory, path), outgoing, cancellationToken);
            written++;
            var sha256 = HashOf(pdf.Bytes);
            pdfs?.Add(path, issuer.Password is null ? sha256 : HashOf(outgoing));
            if (hashes.TryGetValue(path, out var sent) && sent != sha256)
            {
                different.Add(path);
            }
        }

        return (written, different);
    }

    private static string HashOf(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static async Task<Dictionary<string, string>> HashesAsync(
        NpgsqlConnection connection, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select path, sha256 from rendered_statements where statement_date between $1 and $2", connection);
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            hashes.Add(rows.GetString(0), rows.GetString(1));
        }

        return hashes;
    }
}
