using System.CommandLine;
using System.Security.Cryptography;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle ingest FILE...</c>: puts files into the inbox whole, for the night to take.</summary>
internal static class IngestCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Description = "Posting, master, fx, holiday, opening or control files.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(given =>
        {
            // A word like an option would be taken for a file, and files before it be put there already.
            foreach (var word in given.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-')))
            {
                given.AddError($"{word}: ingest has no such option. A file of that name is written ./{word}.");
            }
        });
        var inbox = Options.Inbox();
        var command = new Command("ingest", "Puts files into the inbox, each whole or not at all; the next night takes them in.") { files, inbox };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
            IngestAsync(parsed.GetValue(files)!, parsed.GetValue(inbox), cancellationToken)));
        return command;
    }

    private static async Task<int> IngestAsync(string[] files, string? inbox, CancellationToken cancellationToken)
    {
        if (Array.Find(files, file => !File.Exists(file)) is { } missing)
        {
            throw new UsageException($"{missing}: no such file. Nothing was put into the inbox.");
        }

        var folder = Directory.CreateDirectory(inbox ?? Path.Combine(CycleHome.Var, "inbox")).FullName;
        var exitCode = ExitCode.Done;
        foreach (var file in files)
        {
            var target = Path.Combine(folder, Path.GetFileName(file));
            if (!File.Exists(target))
            {
                var temporary = target + ".part";
                File.Copy(file, temporary, overwrite: true);
                File.Move(temporary, target);
                Console.WriteLine($"{target}: ready for the night");
            }
            else if (await HashAsync(file, cancellationToken) == await HashAsync(target, cancellationToken))
            {
                Console.WriteLine($"{target}: is there already, with the same content");
            }
            else
            {
                exitCode = ExitCode.Refused;
                await Console.Error.WriteLineAsync(
                    $"{target}: is there already, with other content; it was left as it is. Remove it first if it was wrong and not taken yet.");
            }
        }

        return exitCode;
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
