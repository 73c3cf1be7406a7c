using System.CommandLine;
using System.Security.Cryptography;
using Cycle.Jobs.Intake;

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
            throw new UsageException($"{missing}: {(Directory.Exists(missing) ? "a folder, not a file" : "no such file")}. Nothing was put into the inbox.");
        }

        // No night would ever read it, and nobody look for it again.
        if (Array.Find(files, file => !Inbox.Takes(file)) is { } unknown)
        {
            throw new UsageException(
                $"{unknown}: no night takes in a file of this name; expected postings-DATE.csv, opening-DATE.csv (numbered ones end in -2.csv and so on), " +
                "accounts, cards or holidays with or without -DATE, fx-DATE.csv, DATE as yyyy-MM-dd, or one of the first two with .control.json behind. " +
                "Nothing was put into the inbox.");
        }

        var folder = Directory.CreateDirectory(inbox ?? Path.Combine(CycleHome.Var, "inbox")).FullName;
        var exitCode = ExitCode.Done;
        foreach (var file in files)
        {
            var target = Path.Combine(folder, Path.GetFileName(file));
            if (!File.Exists(target))
            {
                PutWhole(file, target);
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

    /// <summary>Under a name of its own first: another command that puts the same file there must not move this one's half.</summary>
    private static void PutWhole(string file, string target)
    {
        var temporary = $"{target}.{Environment.ProcessId}.part";
        try
        {
            File.Copy(file, temporary, overwrite: true);
            File.Move(temporary, target);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new IOException($"{target}: could not be put there: {unwritten.Message}", unwritten);
        }
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
