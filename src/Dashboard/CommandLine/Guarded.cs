using Cycle.Jobs.Messages;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Outputs.Delivery;
using Cycle.Jobs.Replay;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Workers;
using Cycle.Ledger;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Tariffs;
using Cycle.Rendering;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Runs a command so that whatever goes wrong becomes words for a person and an exit code; never a stack trace, never a card number.</summary>
internal static class Guarded
{
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception refused) when (refused is RefusedException or SchemaRefusedException)
        {
            Say(refused.Message);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            Say("Stopped. What was done stays done; give the same command again to go on.");
            return ExitCode.Failed;
        }
        catch (Exception usage) when (usage is UsageException or FixtureException or SettingsException)
        {
            Say(usage.Message);
            return ExitCode.Usage;
        }
        catch (FileRefusedException file)
        {
            Say(file.Message);
            return ExitCode.Failed;
        }
        catch (WorkerEndedException ended)
        {
            // Why was said, and kept, when it happened.
            Say(ended.Message);
            return ExitCode.Failed;
        }
        catch (Exception fault)
        {
            Say(Words(fault));
            FaultLog.Write(fault);
            return ExitCode.Failed;
        }
    }

    /// <summary>As above, for a command that ends only when it is stopped: that is no failure, also while it starts or waits for its database.</summary>
    public static Task<int> UntilStoppedAsync(Func<Task<int>> command, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        try
        {
            return await command();
        }
        catch (Exception ended) when (cancellationToken.IsCancellationRequested && FaultText.Causes(ended).Any(cause => cause is OperationCanceledException))
        {
            // Libraries wrap it in errors of their own.
            return ExitCode.Done;
        }
    });

    /// <summary>What is said of a fault.</summary>
    internal static string Words(Exception fault) => fault switch
    {
        TariffException tariff => string.Join('\n', tariff.Problems.Select(problem => problem.ToString())),
        ServerProblem or RenderingException or GatewayException or DeliveryException or LeaseLostException or PartitionFailedException or AccountFailedException
            or UnfinishedException or InvalidOperationException => fault.Message,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } full =>
            $"The disk of the database is full: {full.MessageText}. Free room on it (df -h shows it), then give the same command again: what was committed is kept.",
        PostgresException server => $"The database refused: {server.MessageText} ({server.SqlState}). Details are in {FaultLog.Path}.",
        NpgsqlException { InnerException: TimeoutException } =>
            $"The database did not answer in time: {fault.Message}. See whether it is overloaded or waits for its disk, then give the same command again to go on.",
        NpgsqlException => $"The connection to the database was lost: {fault.Message}. Give the same command again to go on.",
        IOException or UnauthorizedAccessException => fault.Message,
        AggregateException { InnerExceptions.Count: > 0 } several => Words(several.InnerExceptions[0]),
        _ when FaultText.Causes(fault).OfType<NpgsqlException>().FirstOrDefault() is { } database => Words(database),
        _ => $"Something failed that should not: {string.Join('\n', FaultText.WithoutTrace(fault.Message)).TrimEnd('.')}. Details are in {FaultLog.Path}.",
    };

    private static void Say(string words) => Console.Error.WriteLine(CardNumberMask.MaskLongDigits(words));
}
