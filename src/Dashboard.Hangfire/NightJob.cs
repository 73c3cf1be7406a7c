using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;
using Cycle.Ledger.Storage.Control;
using Hangfire;
using Hangfire.Server;
using Npgsql;

namespace Cycle.Dashboard.Hangfire;

/// <summary>
/// One night as one Hangfire job, from its first try to its end. It runs what the run loop would run; the run's row decides who has it,
/// so that a second one of it, whenever and wherever, waits for the first and changes nothing.
/// </summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
internal sealed class NightJob(NpgsqlDataSource database, RunLoop loop, IHostApplicationLifetime host)
{
    /// <summary>Works on a run until it is complete.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="date">Its business date, for people.</param>
    /// <param name="context">The job, as Hangfire runs it.</param>
    /// <returns>How it ended, in words.</returns>
    /// <exception cref="NightEndedException">It failed for a cause that does not pass, or a person stopped it.</exception>
    [Queue(Queues.Nights)]
    [JobDisplayName("NIGHT of {1}")]
    public async Task<string> RunAsync(long runId, string date, PerformContext context)
    {
        var token = context.CancellationToken.ShutdownToken;
        var person = AskedBy(context);
        await using var wake = await Wakeup.ListenAsync(database, RunPlan.Channel, token);
        while (await FindAsync(runId, token) is { } run)
        {
            if (run.State is RunStates.Failed or RunStates.Stopped)
            {
                await ResumeAsync(run, person ?? throw await EndedAsync(run, token), token);
            }

            // Who sent a job to its queue again meant the run as it stood then.
            person = run.State == RunStates.Stopping ? person : null;
            if (!await WorkAsync(token) && await FindAsync(runId, token) is { State: not (RunStates.Failed or RunStates.Stopped) })
            {
                await wake.WaitAsync(RunLoop.Poll, token);
            }
        }

        await TellAsync(runId);
        return $"NIGHT of {date} is complete.";
    }

    /// <summary>The person who sent the job to its queue again, told once.</summary>
    private static string? AskedBy(PerformContext context)
    {
        var person = context.GetJobParameter<string?>(NightStates.AskedBy);
        if (person is not null)
        {
            context.SetJobParameter(NightStates.AskedBy, null);
        }

        return person;
    }

    private async Task ResumeAsync(OpenRun run, string person, CancellationToken token)
    {
        await Trail.AddAsync(database, person, "run.resume", $"run {run.RunId}", "sent to its queue again on the Hangfire dashboard", token);
        await UntilHostEndsAsync(stopping => loop.ResumeAsync(run, stopping), token);
    }

    private Task<bool> WorkAsync(CancellationToken token) => UntilHostEndsAsync(loop.WorkOnceAsync, token);

    /// <summary>
    /// The night ends with the host and not with the job: deleting the job asks the run to stop, which is another thing. When the host ends
    /// the run is put back; Hangfire puts the job back once its own stop has come, and would take it for failed before.
    /// </summary>
    private async Task<bool> UntilHostEndsAsync(Func<CancellationToken, Task<bool>> work, CancellationToken token)
    {
        try
        {
            return await work(host.ApplicationStopping);
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            await Task.Delay(Timeout.Infinite, token);
            throw;
        }
    }

    /// <summary>The run, unless it is complete.</summary>
    private async Task<OpenRun?> FindAsync(long runId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return (await OpenRuns.ReadAsync(connection, NightRunner.Job, token)).Earliest.FirstOrDefault(run => run.RunId == runId);
    }

    private async Task<NightEndedException> EndedAsync(OpenRun run, CancellationToken token)
    {
        await using var command = database.CreateCommand("select error from runs where run_id = $1");
        command.Parameters.Add(new() { Value = run.RunId });
        return new(run.State == RunStates.Stopped, $"{await command.ExecuteScalarAsync(token) as string ?? run.State}");
    }

    /// <summary>The next date's turn has come: nobody should wait for it to be noticed.</summary>
    private async Task TellAsync(long runId)
    {
        await using var command = database.CreateCommand($"select pg_notify('{RunPlan.Channel}', $1::text)");
        command.Parameters.Add(new() { Value = runId });
        await command.ExecuteNonQueryAsync();
    }
}
