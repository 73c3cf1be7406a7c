using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>
/// What a scheduler calls when a job fires. It writes a planned run for every business date that is due, in order, and nothing
/// else: calling it twice, late, or from several hosts at the same instant changes nothing.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="timetable">The scheduled jobs.</param>
public sealed class Planner(NpgsqlDataSource database, Timetable timetable)
{
    /// <summary>How far ahead a host's clock may be for its firing to be waited for.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    /// <summary>Plans what is due of a job, unless a person paused it.</summary>
    /// <param name="job">The job that fired.</param>
    /// <param name="now">The instant, as the host's clock says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The dates planned by this very call.</returns>
    public async Task<PlanOutcome> PlanAsync(string job, DateTimeOffset now, CancellationToken cancellationToken) =>
        await new SchedulePause(database).FindAsync(job, cancellationToken) is { } paused
            ? new([], $"{job} is paused ({paused}); nothing was planned.")
            : await PlanNowAsync(job, now, cancellationToken);

    /// <summary>
    /// Plans what is due of a job when a clock fired for an instant. A host's clock that is ahead of the database's a little is waited
    /// for; one that is far ahead plans nothing before its time, and the firing is made up when the time has come.
    /// </summary>
    /// <param name="job">The job that fired.</param>
    /// <param name="due">The instant it fired for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PlanOutcome> PlanFiredAsync(string job, DateTimeOffset due, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = await StoreClock.NowAsync(database, cancellationToken);
            var ahead = due - now;
            if (ahead <= TimeSpan.Zero)
            {
                return await PlanAsync(job, now, cancellationToken);
            }

            if (ahead > MostAhead)
            {
                return new([], $"{job} fired {ahead.TotalSeconds:F0} s too early: this host's clock is ahead of the database's. Nothing was planned; set the clock right.");
            }

            await Task.Delay(ahead + TimeSpan.FromMilliseconds(1), cancellationToken);
        }
    }

    /// <summary>Plans what is due of a job because a person said so, paused or not.</summary>
    /// <inheritdoc cref="PlanAsync"/>
    public async Task<PlanOutcome> PlanNowAsync(string job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (timetable.Of(job) is not { } schedule)
        {
            return new([], $"{job} fired, but this host's schedule does not have it. Give every host the same schedule.");
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunQueue.LockAsync(connection, job, cancellationToken);
        var firings = new Firings(schedule, await Holidays.ReadAsync(connection, cancellationToken));
        var outcome = DueDates.ToPlan(schedule, firings, await LastAsync(connection, job, cancellationToken), now);
        foreach (var date in outcome.Dates)
        {
            await RunPlan.MakeAsync(connection, job, date, NightSteps.Names, cancellationToken);
        }

        await TellAsync(connection, job, outcome.Dates, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private static async Task<DateOnly?> LastAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select max(business_date) from runs where job = $1 and parameters = ''", connection);
        command.Parameters.Add(new() { Value = job });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) && !row.IsDBNull(0) ? row.GetFieldValue<DateOnly>(0) : null;
    }

    /// <summary>Wakes the hosts that wait for work, when the rows are there for them to see.</summary>
    private static async Task TellAsync(NpgsqlConnection connection, string job, IReadOnlyList<DateOnly> dates, CancellationToken cancellationToken)
    {
        if (dates.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            $"select pg_notify('{RunPlan.Channel}', run_id::text) from runs where job = $1 and parameters = '' and business_date = $2", connection);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = dates[0] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
