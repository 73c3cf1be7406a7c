using Cycle.Jobs.Releases;
using Cycle.Ledger;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Jobs.Outputs.Delivery;

/// <summary>
/// Makes one archive of a cycle for finance and the print house: the PDFs under tokens, a manifest and totals that come to the control
/// report. Beside it lies the list that tells which token is which account; that one stays in the house.
/// </summary>
/// <param name="database">The store.</param>
public sealed class DeliveryPack(NpgsqlDataSource database)
{
    /// <summary>Makes the archive <c>delivery-DATE.zip</c> from the PDFs that an export wrote.</summary>
    /// <param name="directory">The export's folder, with the PDFs in <c>statements</c>.</param>
    /// <param name="date">The cycle's statement date, whose night is complete.</param>
    /// <param name="cancellationToken">Ends the work; no archive is left then.</param>
    /// <param name="pdfs">
    /// What the export wrote, after it held every statement against the kept hash; null when the files are the issued ones themselves.
    /// </param>
    /// <returns>What was made; null when the cycle has no statement that may go out.</returns>
    /// <exception cref="DeliveryException">
    /// A PDF is missing, not the one that was issued or changed since it was written, or the totals are not the control report's.
    /// </exception>
    public async Task<DeliveryResult?> WriteAsync(string directory, DateOnly date, CancellationToken cancellationToken, WrittenPdfs? pdfs = null)
    {
        var archive = Path.Combine(directory, $"delivery-{date:yyyy-MM-dd}.zip");
        var accounts = Path.Combine(directory, $"delivery-{date:yyyy-MM-dd}-accounts.csv");
        var (partial, manifest, listed) = ($"{archive}.tmp", $"{archive}.manifest.tmp", $"{accounts}.tmp");
        try
        {
            pdfs?.Rewind();
            var result = await PackAsync(directory, date, pdfs, archive, partial, manifest, listed, cancellationToken);
            if (result.Packed.Count == 0)
            {
                return null;
            }

            File.Move(listed, accounts, overwrite: true);
            File.Move(partial, archive, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(partial);
            File.Delete(manifest);
            File.Delete(listed);
        }
    }

    private async Task<DeliveryResult> PackAsync(
        string directory, DateOnly date, WrittenPdfs? pdfs, string archive, string partial, string manifest, string accounts,
        CancellationToken cancellationToken)
    {
        await using var file = new FileStream(partial, FileMode.Create, FileAccess.Write);
        using var zip = new DeliveryArchive(file, new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        var (packed, pages) = await AddStatementsAsync(zip, directory, date, pdfs, manifest, accounts, cancellationToken);
        string manifestSha256;
        await using (var written = File.OpenRead(manifest))
        {
            (_, manifestSha256) = await zip.AddAsync("manifest.csv", written, cancellationToken);
        }

        var withheld = await FiguresAsync(
            $"select count(*), coalesce(sum(new_balance), 0)::bigint, coalesce(sum(minimum_payment), 0)::bigint from statements s where statement_date = $1 and not {ReleaseRules.StatementMayGo("s")}",
            date, cancellationToken);
        var report = await FiguresAsync(
            """
            select (report -> 'statements' ->> 'count')::bigint, ((report -> 'statements' ->> 'newBalance')::numeric * 100)::bigint,
                   ((report -> 'statements' ->> 'minimumPayment')::numeric * 100)::bigint
            from control_reports where business_date = $1
            """,
            date, cancellationToken);
        if (packed + withheld != report)
        {
            throw new DeliveryException(
                $"The delivery pack of {date:yyyy-MM-dd} does not come to the control report, and none was made: packed {packed}; withheld {withheld}; the report says {report}. Run `cycle verify`.");
        }

        using var totals = new MemoryStream(DeliveryTotals.Write(date, packed, pages, withheld, report, manifestSha256));
        await zip.AddAsync("totals.json", totals, cancellationToken);
        return new(archive, packed, pages, withheld);
    }

    private async Task<(DeliveryFigures Packed, long Pages)> AddStatementsAsync(
        DeliveryArchive zip, string directory, DateOnly date, WrittenPdfs? pdfs, string manifest, string accounts, CancellationToken cancellationToken)
    {
        var tokens = await AccountTokens.OpenAsync(database, cancellationToken);
        await using var listed = new CsvOut(manifest, "token", "file", "pages", "bytes", "sha256");
        await using var known = new CsvOut(accounts, "token", "account_id");
        await using var command = database.CreateCommand(
            $"""
            select s.account_id, s.new_balance, s.minimum_payment, r.path, r.pages, r.sha256
            from statements s left join rendered_statements r using (statement_date, account_id)
            where s.statement_date = $1 and {ReleaseRules.StatementMayGo("s")} order by s.account_id
            """);
        command.CommandTimeout = WholePortfolio.TimeoutSeconds;
        command.Parameters.Add(new() { Value = date });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var (packed, pages) = (DeliveryFigures.None, 0L);
        while (await row.ReadAsync(cancellationToken))
        {
            var account = row.GetString(0);
            if (row.IsDBNull(3))
            {
                throw new DeliveryException($"The statement of {date:yyyy-MM-dd} of account {account} was never drawn; no delivery pack was made. See `cycle status`.");
            }

            var token = tokens.Of(account);
            var name = $"statements/{token}.pdf";
            var path = row.GetString(3);
            var expected = pdfs is null ? row.GetString(5) : pdfs.Next(path) ?? throw new DeliveryException(
                $"{path} is not among the PDFs that were written; no delivery pack was made. Its statement may go out only since: export again.");
            await using var pdf = File.OpenRead(Path.Combine(directory, path));
            var (bytes, sha256) = await zip.AddAsync(name, pdf, cancellationToken);
            if (sha256 != expected)
            {
                throw new DeliveryException(pdfs is null
                    ? $"{path} has other bytes than the PDF that was issued; no delivery pack was made. It was drawn with other versions of the system's libraries or fonts: export on the machine that runs the nights."
                    : $"{path} has other bytes than the PDF that was written; no delivery pack was made. Somebody changed it meanwhile: export again.");
            }

            listed.Plain(token).Plain(name).Plain($"{row.GetInt32(4)}").Plain($"{bytes}").Plain(sha256).EndRow();
            known.Plain(token).Text(account).EndRow();
            packed += new DeliveryFigures(1, new(row.GetInt64(1)), new(row.GetInt64(2)));
            pages += row.GetInt32(4);
        }

        return (packed, pages);
    }

    private async Task<DeliveryFigures> FiguresAsync(string sql, DateOnly date, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = WholePortfolio.TimeoutSeconds;
        command.Parameters.Add(new() { Value = date });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetInt64(0), new Money(row.GetInt64(1)), new Money(row.GetInt64(2)))
            : throw new DeliveryException($"There is no control report of {date:yyyy-MM-dd}; its night is not complete.");
    }
}
