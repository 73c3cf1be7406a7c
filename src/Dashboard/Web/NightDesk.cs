using Cycle.Dashboard.CommandLine;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Dashboard.Web;

/// <summary>What a person at the pages does to nights; each act goes into the trail with its reason.</summary>
/// <param name="database">The store.</param>
/// <param name="nights">What nights are run with.</param>
/// <param name="clock">Says which business date is the last that can have begun.</param>
/// <param name="host">Ends the nights begun here when this process ends; they can be resumed.</param>
internal sealed class NightDesk(NpgsqlDataSource database, Func<NightSettings> nights, TimeProvider clock, IHostApplicationLifetime host)
{
    /// <summary>Asks a running night to stop.</summary>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="RefusedException">There is nothing to stop.</exception>
    public async Task<string> StopAsync(long runId, string who, string reason, Words words, CancellationToken cancellationToken)
    {
        var state = await new RunStop(database).RequestAsync(runId, who, reason, cancellationToken);
        return state == "stopped" ? words["Run {0} is stopped; nobody was at work on it.", runId] : words["Run {0} stops within one partition.", runId];
    }

    /// <summary>Resumes a night that was stopped, failed or fell silent, by the tariff it began with.</summary>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="RefusedException">It is complete, or not there.</exception>
    public async Task<string> ResumeAsync(long runId, string who, string reason, Words words, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(database, $"{runId}", cancellationToken);
        if (await new NightDates(database).IsCompleteAsync(run.BusinessDate, cancellationToken))
        {
            throw new RefusedException(words["Run {0} is already complete. Nothing was done.", runId]);
        }

        await Trail.AddAsync(database, who, "run.resume", $"run {runId}", reason, cancellationToken);
        var settings = nights();
        var began = await TariffRecord.OfRunAsync(database, runId, cancellationToken);
        Begin(began is null ? settings : settings with { TariffText = began }, run.BusinessDate);
        return words["Run {0} goes on where it left off.", runId];
    }

    /// <summary>Runs the nights that are missing up to a business date.</summary>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="RefusedException">A night is open, or the date is not yet here.</exception>
    public async Task<string> CatchUpAsync(DateOnly date, string who, string reason, Words words, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().AddHours(7).DateTime);
        if (date > today)
        {
            throw new RefusedException(words["{0} is not here yet: today is {1}. Nothing was done.", Show.Date(date), Show.Date(today)]);
        }

        var dates = new NightDates(database);
        if (await dates.IsCompleteAsync(date, cancellationToken))
        {
            throw new RefusedException(words["The night of {0} is already complete. Nothing was done.", Show.Date(date)]);
        }

        var missing = await dates.UpToAsync(date, cancellationToken);
        await Trail.AddAsync(database, who, "run.catch-up", $"{missing[0]:yyyy-MM-dd} to {missing[^1]:yyyy-MM-dd}", reason, cancellationToken);
        Begin(nights(), date);
        return words["{0} nights begin, {1} to {2}.", missing.Count, Show.Date(missing[0]), Show.Date(missing[^1])];
    }

    /// <summary>Runs the steps an account missed since it was set aside.</summary>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="RefusedException">It does not wait, or it failed again.</exception>
    /// <exception cref="UnfinishedException">It was run, but its messages could not be handed over.</exception>
    public async Task<string> RerunAsync(string account, string who, string reason, Words words, CancellationToken cancellationToken)
    {
        try
        {
            var (dates, held) = await new AccountRerun(database, nights(), tariff: null).RunAsync(account, who, reason, cancellationToken);
            var said = words["Account {0} was run for {1} nights; it stands as if nothing had failed.", account, dates.Count];
            return held.Count == 0 ? said : $"{said} {words[
                "Its cycle was released before, so its statement of {0} is held back; another person in finance lets it go.", string.Join(", ", held.Select(Show.Date))]}";
        }
        catch (AccountFailedException failed)
        {
            throw new RefusedException(failed.Message, failed);
        }
    }

    private void Begin(NightSettings settings, DateOnly date) => _ = Task.Run(async () =>
    {
        try
        {
            await new NightRunner(database, settings, SilentProgress.Instance, goesOn: true).RunAsync(date, host.ApplicationStopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The run's row says what went wrong to whoever looks; the whole of it is for those who mend it.
            FaultLog.Write(fault);
        }
    });
}
