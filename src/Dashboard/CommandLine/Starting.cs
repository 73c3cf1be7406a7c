using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary>
/// Starts something that needs the database, and starts it anew when the database is lost meanwhile: a server that is killed or
/// restarted ends nothing that works, and should not end what was about to.
/// </summary>
internal static class Starting
{
    /// <summary>Waits of 1, 2, 4 s and so on up to 30: four minutes in all.</summary>
    public const int MostRetries = 12;

    private const int LongestWaitSeconds = 30;

    /// <summary>Starts it.</summary>
    /// <param name="start">Starts it once, and leaves nothing behind when it fails; told whether it is tried again.</param>
    /// <param name="wasThere">Whether the database was there already: one that never was is a slip of the pen, and no reason to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<T> OutlastAsync<T>(Func<bool, Task<T>> start, Func<bool> wasThere, CancellationToken cancellationToken)
    {
        for (var retries = 0; ; retries++)
        {
            try
            {
                return await start(retries > 0);
            }
            catch (Exception fault) when (retries < MostRetries && wasThere() && !cancellationToken.IsCancellationRequested && Lost(fault) is not null)
            {
                var wait = TimeSpan.FromSeconds(Math.Min(1 << retries, LongestWaitSeconds));
                await Console.Error.WriteLineAsync(
                    $"The database cannot be used: {CardNumberMask.MaskLongDigits(Lost(fault)!.Message)}. Starting anew in {wait.TotalSeconds:0} s.");
                await Task.Delay(wait, cancellationToken);
            }
        }
    }

    /// <summary>The cause that passes by itself, or null when it is something else. Who is one connection too many hears it at once: that is for a person to change.</summary>
    private static Exception? Lost(Exception fault) => FaultText.Causes(fault).FirstOrDefault(
        cause => TransientFault.Is(cause) && cause is not PostgresException { SqlState: PostgresErrorCodes.TooManyConnections });
}
