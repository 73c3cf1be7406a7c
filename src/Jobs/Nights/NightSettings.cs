using Cycle.Jobs.Intake;
using Cycle.Jobs.Messages;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;
using Cycle.Rendering;

namespace Cycle.Jobs.Nights;

/// <summary>What a night is run with.</summary>
/// <param name="Inbox">The folder the files come from.</param>
/// <param name="Output">The folder that PDFs, messages and reports go to.</param>
/// <param name="TariffText">The tariff in force, and the file it was read from.</param>
/// <param name="Intake">Settings of intake.</param>
/// <param name="Workers">Partitions worked on at once in this process, 1 or more.</param>
/// <param name="RendersStatements">Whether PDFs are drawn; a replay without an output folder does not need them.</param>
public sealed record NightSettings(
    Inbox Inbox,
    string Output,
    TariffText TariffText,
    IntakeSettings Intake,
    int Workers,
    bool RendersStatements = true)
{
    /// <summary>The tariff in force.</summary>
    public Tariff Tariff => TariffText.Tariff;

    /// <summary>Wording and gateway of messages; as shipped unless told otherwise: the outbox to a file.</summary>
    public MessageSettings Messages { get; init; } = MessageSettings.Shipped;

    /// <summary>Accounts a partition, 1 or more; PDFs are drawn a tenth as many at a time, so that a small portfolio too is drawn by all workers.</summary>
    public int PartitionSize { get; init; } = PartitionQueue.Size;

    /// <summary>Whether files are on the disk, with their names, before the store says so. A replay's are looked at and thrown away.</summary>
    public bool OutputSurvivesPowerCut { get; init; } = true;

    /// <summary>How long a lane may be at one partition; then it hangs, and another takes the partition.</summary>
    public TimeSpan LongestPartition { get; init; } = PartitionHolds.Longest;

    /// <summary>How often a run goes on after faults that pass by themselves before it fails, 0 or more.</summary>
    public int RetriesOfRun { get; init; }

    /// <summary>Done before a run or a worker goes on after such a fault: a private server that died is started again.</summary>
    public Func<CancellationToken, Task> BeforeRetry { get; init; } = _ => Task.CompletedTask;

    /// <summary>Who issues the statements, in which words and colours; null for the theme in force.</summary>
    public Theme? Theme { get; init; }
}
