using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>One night while it is being run: what every step works with.</summary>
/// <param name="Database">The store.</param>
/// <param name="Run">The run this process has claimed.</param>
/// <param name="FirstBusinessDate">The first business date of this installation.</param>
/// <param name="Settings">What the night is run with.</param>
/// <param name="Progress">Told of every bit of work done.</param>
public sealed record Night(
    NpgsqlDataSource Database, ClaimedRun Run, DateOnly FirstBusinessDate, NightSettings Settings, INightProgress Progress)
{
    /// <summary>The partitions that this process is at.</summary>
    public PartitionHolds Holds { get; init; } = new(Settings.LongestPartition);

    /// <summary>The tariffs of the nights before; without anything said, this night's own.</summary>
    public EarlierTariffs Earlier { get; init; } = EarlierTariffs.None(Settings.Tariff);

    /// <summary>The business date.</summary>
    public DateOnly Date => Run.BusinessDate;

    /// <summary>The tariff in force.</summary>
    public Tariff Tariff => Settings.Tariff;
}
