using Cycle.Jobs.Runs;

namespace Cycle.Jobs.Nights;

/// <summary>
/// A step over accounts: planned as partitions, each one transaction of claim, read, compute, write, mark done. The lanes of this
/// process and of every other worker take partitions from their table until none is left.
/// </summary>
internal abstract class AccountStep : INightStep
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    public abstract string Name { get; }

    public bool IsMarkedByItsPlan => true;

    /// <summary>SQL that gives the column <c>account_id</c> of every account the step concerns; decided when the step begins.</summary>
    public abstract string Candidates(Night night);

    /// <summary>The same for an account that is run after its night: by what was in force then, where the masters tell something else since.</summary>
    public virtual string CandidatesAfterwards(Night night) => Candidates(night);

    /// <summary>Reads, computes and writes one partition inside its transaction.</summary>
    /// <param name="work">The night, the partition and its connection.</param>
    /// <param name="cancellationToken">Ends the work; the transaction is rolled back.</param>
    /// <returns>How many things were made: postings, statements, messages.</returns>
    public abstract Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken);

    /// <summary>What was made, in words.</summary>
    protected abstract string Summary(long made);

    /// <summary>Accounts a partition.</summary>
    protected virtual int PartitionSize(Night night) => night.Settings.PartitionSize;

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        var queue = new PartitionQueue(night.Database, night.Run, number);
        var open = await queue.PlanAsync(Candidates(night), PartitionSize(night), cancellationToken);
        if (open == 0)
        {
            return null;
        }

        night.Progress.Begin(night.Date, Name, open * (long)PartitionSize(night));
        StepStanding standing;
        do
        {
            await DrainAsync(night, queue, Math.Min(open, night.Settings.Workers), cancellationToken);
            standing = await WaitForOthersAsync(night, queue, cancellationToken);
        }
        while (standing.Open > 0);

        return standing.Made == 0 ? "" : Summary(standing.Made);
    }

    private async Task DrainAsync(Night night, PartitionQueue queue, int lanes, CancellationToken cancellationToken)
    {
        using var anyFailed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => Task.Run(() => DrainLaneAsync(night, queue, anyFailed), cancellationToken)));
    }

    private async Task DrainLaneAsync(Night night, PartitionQueue queue, CancellationTokenSource anyFailed)
    {
        try
        {
            while (await queue.ClaimAsync(anyFailed.Token) is { } partition)
            {
                await PartitionWorker.WorkAsync(night, this, partition, anyFailed.Token);
                night.Progress.Advance(partition.Accounts);
            }
        }
        catch
        {
            await anyFailed.CancelAsync();
            throw;
        }
    }

    /// <summary>Waits while other workers are at partitions of the step and none is free.</summary>
    /// <exception cref="PartitionFailedException">A partition failed in another worker.</exception>
    private static async Task<StepStanding> WaitForOthersAsync(Night night, PartitionQueue queue, CancellationToken cancellationToken)
    {
        var standing = await queue.StandAsync(cancellationToken);
        if (standing is { Open: > 0, Free: 0, Error: null })
        {
            await using var wake = await Wakeup.ListenAsync(night.Database, RunPlan.Channel, cancellationToken);
            do
            {
                await wake.WaitAsync(LongestWait, cancellationToken);
                standing = await queue.StandAsync(cancellationToken);
            }
            while (standing is { Open: > 0, Free: 0, Error: null });
        }

        return standing.Error is null ? standing : throw new PartitionFailedException(standing.Error, standing.ErrorPasses);
    }
}
