using System.Text.Encodings.Web;
using System.Text.Json;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Outputs;

/// <summary>The control reports of a range of nights as one file: the nights in order, each as its last step stored it.</summary>
internal static class ControlReportFile
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(
        NpgsqlConnection connection, string path, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select report::text from control_reports
            where business_date between {Sql.Date(from)} and {Sql.Date(to)} order by business_date
            """,
            connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await using (var file = File.Create(path))
        await using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("nights");
            while (await rows.ReadAsync(cancellationToken))
            {
                using var report = JsonDocument.Parse(rows.GetString(0));
                report.RootElement.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        await File.AppendAllTextAsync(path, "\n", cancellationToken);
    }
}
