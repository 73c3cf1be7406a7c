using System.Diagnostics;

namespace Cycle.Bench.Nights;

/// <summary>What was measured.</summary>
/// <param name="Program">The commit, with a plus when sources were changed since; "unknown" outside a checkout.</param>
/// <param name="PostgreSql">The server.</param>
internal sealed record Versions(string Program, string PostgreSql)
{
    public static Versions Read()
    {
        var commit = Ask("git", "-C", BenchHome.Root, "rev-parse", "--short=12", "HEAD");
        var isChanged = Ask("git", "-C", BenchHome.Root, "status", "--porcelain", "--", "src").Length > 0;
        var server = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault();
        return new(
            commit.Length == 0 ? "unknown" : isChanged ? $"{commit}+" : commit,
            server is null ? "unknown" : Ask(Path.Combine(server, "bin", "postgres"), "--version"));
    }

    private static string Ask(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true });
            var answer = process!.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? answer : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
