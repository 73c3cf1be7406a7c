using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>The measured night without PDFs, which the program itself does not offer: the same runner in a process of its own.</summary>
internal static class PlainNight
{
    /// <summary>The verb of that process.</summary>
    public const string Verb = "night-without-pdfs";

    /// <summary>Its command line.</summary>
    public static List<string> Words(string inbox, string output, NightOptions options) =>
    [
        Environment.GetCommandLineArgs()[0], Verb, inbox, output, $"{options.Workers}",
        $"{(options.Partition > 0 ? options.Partition : PartitionQueue.Size)}",
    ];

    public static async Task<int> RunAsync(string inbox, string output, int workers, int partition)
    {
        await using var lease = await PrivateServer.StartOrJoinAsync(BenchHome.Var);
        await using var database = NpgsqlDataSource.Create(Databases.On(lease.ConnectionString, NightStore.RoundName));
        var tariff = await TariffText.ReadFileAsync(BenchHome.Tariff, CancellationToken.None);
        var settings = new NightSettings(
            Inbox.List(inbox), output, tariff, new IntakeSettings(ControlFileRequired: false), workers, RendersStatements: false)
        {
            PartitionSize = partition,
        };
        await new NightRunner(database, settings, SilentProgress.Instance).RunAsync(NightDays.Measured, CancellationToken.None);
        return 0;
    }
}
