using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>Which nights there were, and which come before a date: one business date at a time, in order.</summary>
/// <param name="database">The store.</param>
public sealed class NightDates(NpgsqlDataSource database)
{
    private DateOnly? _first;

    /// <summary>The first business date of this installation, once there is one.</summary>
    public async Task<DateOnly?> FirstAsync(CancellationToken cancellationToken) =>
        _first ??= await DateAsync("select min(business_date) from runs where job = $1", cancellationToken);

    /// <summary>The last business date that is complete, if any.</summary>
    public Task<DateOnly?> LastCompleteAsync(CancellationToken cancellationToken) =>
        DateAsync("select max(business_date) from runs where job = $1 and state = 'completed'", cancellationToken);

    /// <summary>Whether the night of a date is complete; one that never was is not.</summary>
    public async Task<bool> IsCompleteAsync(DateOnly date, CancellationToken cancellationToken) => await DateAsync(
        $"select business_date from runs where job = $1 and state = 'completed' and business_date = {Sql.Date(date)}", cancellationToken) is not null;

    /// <summary>The business dates to run so that <paramref name="date"/> is done: those missed before it, then itself.</summary>
    /// <exception cref="RefusedException">An earlier date is open, or the date lies before the first one.</exception>
    public async Task<IReadOnlyList<DateOnly>> UpToAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (await OpenBeforeAsync(date, cancellationToken) is { } earlier)
        {
            throw new RefusedException(
                $"The night of {earlier:yyyy-MM-dd} is not complete, and {date:yyyy-MM-dd} may not start before it. " +
                $"See `cycle status`, then run `cycle run NIGHT --date {earlier:yyyy-MM-dd}` to resume it.");
        }

        var first = await FirstAsync(cancellationToken);
        if (first is { } begin && date < begin)
        {
            throw new RefusedException(
                $"{date:yyyy-MM-dd} lies before {begin:yyyy-MM-dd}, the first business date of this installation. Nothing was done.");
        }

        // Dates that are only planned were missed like those nobody planned.
        var last = await LastCompleteAsync(cancellationToken);
        var from = last is { } complete && complete < date ? complete.AddDays(1) : last is null && first < date ? first.Value : date;
        return [.. Enumerable.Range(0, date.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
    }

    /// <summary>
    /// An earlier night that somebody works on, stopped or saw fail. One whose process died is none of these: nobody decided anything
    /// about it, so it is gone on with in its turn, like a missed one.
    /// </summary>
    private async Task<DateOnly?> OpenBeforeAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select business_date, state, coalesce(owner, ''), coalesce(heartbeat_at < now() - $3::interval, true) from runs
            where job = $1 and business_date < $2 and state not in ('completed', 'planned') order by business_date limit 1
            """);
        command.Parameters.Add(new() { Value = NightRunner.Job });
        command.Parameters.Add(new() { Value = date });
        command.Parameters.Add(new() { Value = RunClaims.Lease });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }

        var isDead = row.GetString(1) == "running" && (row.GetBoolean(3) || WorkerName.IsGone(row.GetString(2)));
        return isDead ? null : row.GetFieldValue<DateOnly>(0);
    }

    private async Task<DateOnly?> DateAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = NightRunner.Job });
        return await command.ExecuteScalarAsync(cancellationToken) switch
        {
            DateOnly date => date,
            DateTime date => DateOnly.FromDateTime(date),
            _ => null,
        };
    }
}
