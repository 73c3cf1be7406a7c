using System.CommandLine;
using System.Security.Cryptography;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle ingest FILE...</c>: puts files into the inbox whole, for the night to take.</summary>
internal static class IngestCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Description = "Posting, master, fx, holiday, opening or control files.", Arity = ArgumentArity.OneOrMore };
        var inbox = Options.Inbox();
        var command = new Command("ingest", "Puts files into the inbox, each whole or not at all; the next night takes them in.") { files, inbox };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
            IngestAsync(parsed.GetValue(files)!, parsed.GetValue(inbox), cancellationToken)));
        return command;
    }

    private static async Task<int> IngestAsync(string[] files, string? inbox, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(inbox ?? Path.Combine(CycleHome.Var, "inbox")).FullName;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw new UsageException($"{file}: no such file. Nothing of it was taken.");
            }

            var target = Path.Combine(folder, Path.GetFileName(file));
            if (File.Exists(target))
            {
                var isSame = await HashAsync(file, cancellationToken) == await HashAsync(target, cancellationToken);
                Console.WriteLine(isSame
                    ? $"{target}: is there already, with the same content"
                    : $"{target}: is there already, with other content; it was left as it is. Remove it first if it was wrong and not taken yet.");
                continue;
            }

            var temporary = target + ".part";
            File.Copy(file, temporary, overwrite: true);
            File.Move(temporary, target);
            Console.WriteLine($"{target}: ready for the night");
        }

        return ExitCode.Done;
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
