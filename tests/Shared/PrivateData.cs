using Cycle.Ledger.Storage.Server;

namespace Cycle.Tests.Shared;

/// <summary>What a private server keeps for a var directory that a test made.</summary>
internal static class PrivateData
{
    /// <summary>
    /// Stops the server over it, if Cycle started it and no live process uses it, and removes its data wherever it lies: also where
    /// the server could not enter the directory. What is in the way stays: why the test failed must not be hidden by it.
    /// </summary>
    /// <returns>Whether nothing of it is left.</returns>
    public static async Task<bool> RemoveAsync(string varDirectory)
    {
        var home = new DirectoryInfo(Path.Combine(varDirectory, "pg"));
        try
        {
            if (!await PrivateServer.StopUnusedAsync(varDirectory))
            {
                return false;
            }

            if (home.Exists)
            {
                Directory.Delete(home.LinkTarget ?? home.FullName, recursive: true);
            }

            if (home.LinkTarget is not null)
            {
                File.Delete(home.FullName);
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ServerProblem)
        {
            // Another user's, being removed by another test run, or made unusable by the test on purpose.
            return false;
        }
    }
}
