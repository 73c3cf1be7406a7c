using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>Reads files, refusals and rejects, page by page.</summary>
/// <param name="database">The store.</param>
internal sealed class FileReader(NpgsqlDataSource database)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>Files taken before a date and name, latest first.</summary>
    public Task<List<FileRow>> TakenAsync(DateOnly before, string name, CancellationToken cancellationToken) => database.ListAsync(
        $"""
        select file_name, kind, business_date, rows, taken, rejected, amount_total, taken_at from files
        where (business_date, file_name) < ($1, $2)
        order by business_date desc, file_name desc limit {PageSize + 1}
        """,
        row => new FileRow(
            row.GetString(0), row.GetString(1), row.Date(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
            row.IsDBNull(6) ? null : row.GetDecimal(6), row.GetFieldValue<DateTimeOffset>(7)),
        cancellationToken, before, name);

    /// <summary>Files refused before a refusal, latest first.</summary>
    public Task<List<RefusalRow>> RefusedAsync(long before, CancellationToken cancellationToken) => database.ListAsync(
        $"""
        select refusal_id, file_name, business_date, reason, refused_at from file_refusals
        where refusal_id < $1 order by refusal_id desc limit {PageSize + 1}
        """,
        row => new RefusalRow(row.GetInt64(0), row.GetString(1), row.Date(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4)),
        cancellationToken, before);

    /// <summary>Rejects of a file after a line.</summary>
    public Task<List<RejectRow>> RejectsAsync(string file, long after, CancellationToken cancellationToken) => database.ListAsync(
        $"""
        select line, posting_id, reason, detail from rejects where file_name = $1 and line > $2 order by line limit {PageSize + 1}
        """,
        row => new RejectRow(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3)), cancellationToken, file, after);
}
