using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Web;
using Cycle.Jobs.Runs;
using Hangfire.States;
using Hangfire.Storage;

namespace Cycle.Dashboard.Hangfire;

/// <summary>
/// What a night's job becomes and what that means for its run: deleted on the dashboard, the run is asked to stop; sent to its queue again
/// by a person, it is resumed; stopped elsewhere, the job is deleted and not failed.
/// </summary>
internal sealed class NightStates(IServiceProvider host) : IElectStateFilter, IApplyStateFilter
{
    /// <summary>The job's parameter that names the person who sent it to its queue again.</summary>
    public const string AskedBy = "AskedBy";

    public void OnStateElection(ElectStateContext context)
    {
        if (context.BackgroundJob.Job?.Type != typeof(NightJob))
        {
            return;
        }

        if (context.CandidateState is EnqueuedState && Person() is { } person)
        {
            context.SetJobParameter(AskedBy, person);
        }
        else if (context.CandidateState is FailedState { Exception: NightEndedException { IsStopped: true } stopped })
        {
            context.CandidateState = new DeletedState { Reason = stopped.Message };
        }
    }

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.NewState is DeletedState && context.BackgroundJob.Job is { } job && job.Type == typeof(NightJob) && Person() is { } person)
        {
            StopAsync((long)job.Args[0], person).GetAwaiter().GetResult();
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        // What a job no longer is says nothing about its run.
    }

    private async Task StopAsync(long runId, string person)
    {
        try
        {
            var words = new Words(host.GetRequiredService<IHttpContextAccessor>(), host.GetRequiredService<SuggestedCommands>());
            await host.GetRequiredService<NightDesk>().StopAsync(runId, person, "its job was deleted on the Hangfire dashboard", words, CancellationToken.None);
        }
        catch (RefusedException)
        {
            // It is complete, stopped or failed: there is nothing to stop.
        }
    }

    /// <summary>Who does this at the dashboard; null when a server does it by itself.</summary>
    private string? Person() => host.GetRequiredService<IHttpContextAccessor>().HttpContext?.User.Identity is { IsAuthenticated: true } identity ? identity.Name : null;
}
