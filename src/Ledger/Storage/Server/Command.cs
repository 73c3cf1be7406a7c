using System.ComponentModel;
using System.Diagnostics;

namespace Cycle.Ledger.Storage.Server;

/// <summary>Runs the system's programs in an environment of our making, so that a caller's locale or PG* variable changes nothing.</summary>
internal static class Command
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="user">Who runs it; null is whoever runs this program.</param>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="cancellation">Ends the program too.</param>
    /// <exception cref="ServerProblem">The program is not there.</exception>
    internal static async Task<CommandResult> RunAsync(ServerUser? user, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        using var process = Start(user, words);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new CommandResult(process.ExitCode, (await output).Trim(), (await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a program whose three streams are pipes of ours.</summary>
    /// <param name="user">Who runs it; null is whoever runs this program.</param>
    /// <param name="words">The program and its arguments.</param>
    /// <exception cref="ServerProblem">The program is not there.</exception>
    internal static Process Start(ServerUser? user, IReadOnlyList<string> words)
    {
        string[] all = user is null or { IsSelf: true } ? [.. words] : [.. user.Prefix, .. words];
        // All three are redirected also because .NET hands a child with a free stream the terminal until it ends.
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The caller's directory may be closed to the server's user.
            WorkingDirectory = "/",
        };
        CleanEnvironment(start.Environment);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new ServerProblem(
                $"The program '{all[0]}' cannot be run", all[0], fault.Message, "a program of the base system or of PostgreSQL",
                "install it (Debian: apt-get install util-linux coreutils libc-bin postgresql)", fault);
        }
    }

    private static void CleanEnvironment(IDictionary<string, string?> environment)
    {
        var unwanted = environment.Keys
            .Where(key => key.StartsWith("PG", StringComparison.Ordinal)
                || key.StartsWith("LC_", StringComparison.Ordinal)
                || key is "LANG" or "LANGUAGE")
            .ToList();
        foreach (var key in unwanted)
        {
            environment.Remove(key);
        }

        // A locale named here but not installed makes initdb fail; messages must be the ones we look for.
        environment["LC_ALL"] = "C";
    }
}
