using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Cycle.Dashboard.Web;

/// <summary>The rows of a query as a CSV file to keep, streamed by COPY however many they are.</summary>
/// <param name="database">The store.</param>
/// <param name="sql">The query; made of constants, dates and quoted tokens only.</param>
/// <param name="fileName">What the file is called.</param>
internal sealed class CsvDownload(NpgsqlDataSource database, string sql, string fileName) : IActionResult
{
    /// <summary>A cell that somebody else wrote: a spreadsheet must not run it, be its sign narrow or wide, first or after blanks.</summary>
    /// <param name="column">The column.</param>
    public static string Text(string column) =>
        $@"case when {column} ~ '^[\s\uFEFF]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-]|^[\t\r\n]' then '''' || {column} else {column} end";

    /// <summary>Satang as baht with two decimals.</summary>
    /// <param name="column">The column.</param>
    public static string Money(string column) => $"round({column}::numeric / 100, 2)";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancellationToken) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        using var rows = await connection.BeginTextExportAsync($"copy ({sql}) to stdout (format csv, header)", cancellationToken);
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var buffer = new char[1 << 14];
        int read;
        while ((read = await rows.ReadBlockAsync(buffer, cancellationToken)) > 0)
        {
            await text.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
