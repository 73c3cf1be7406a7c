using System.Security.Cryptography;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>Compares every PDF with the hash that was kept when it was drawn.</summary>
/// <param name="connection">An open connection used for nothing else meanwhile.</param>
/// <param name="output">The folder that holds the PDFs.</param>
/// <param name="findings">Where missing and altered files are named.</param>
/// <param name="told">Told after each file how many have been checked.</param>
internal sealed class PdfCheck(NpgsqlConnection connection, string output, List<string> findings, Action<long>? told = null)
{
    /// <summary>A folder that is not the nights' own lacks all of them, a million perhaps.</summary>
    private const int MostNamed = 20;

    /// <summary>Checks all, and says how many there are.</summary>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        long files = 0;
        long missing = 0;
        await using var command = new NpgsqlCommand(
            "select path, sha256 from rendered_statements order by statement_date, account_id", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            files++;
            told?.Invoke(files);
            var (path, expected) = (rows.GetString(0), rows.GetString(1));
            var file = Path.Combine(output, path);
            if (!File.Exists(file))
            {
                if (++missing <= MostNamed)
                {
                    findings.Add($"statement: {path} is missing below {output}");
                }

                continue;
            }

            await using var stream = File.OpenRead(file);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != expected)
            {
                findings.Add($"statement: {path} is not the file that was drawn; its SHA-256 was {expected}");
            }
        }

        if (missing > MostNamed)
        {
            findings.Add($"statement: {missing - MostNamed} more are missing below {output}");
        }

        return files;
    }
}
