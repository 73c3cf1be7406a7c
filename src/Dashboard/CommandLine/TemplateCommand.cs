using System.CommandLine;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Messages;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle template check [FOLDER]</c>.</summary>
internal static class TemplateCommand
{
    public static Command Make()
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "The folder with limits.json, th and en (default: the one settings/messages.json names, else the shipped one).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Command("check", "Checks message templates: every unknown name with its line, every message with extreme values and its segments.") { folder };
        check.SetAction((parsed, _) => Guarded.RunAsync(() => Task.FromResult(Check(parsed.GetValue(folder)))));
        return new Command("template", "Works with the wording of messages.") { check };
    }

    private static int Check(string? folder)
    {
        var checkedFolder = Path.GetFullPath(folder ?? CycleHome.Messages.Templates.Folder);
        if (!Directory.Exists(checkedFolder))
        {
            throw new UsageException($"FOLDER: found '{folder}', expected a folder with limits.json, th and en.");
        }

        var (problems, messages) = TemplateCheck.Run(checkedFolder);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        foreach (var message in messages)
        {
            Console.WriteLine(Line(message));
        }

        var tooLong = messages.Count(message => message.IsTooLong);
        if (problems.Count + tooLong > 0)
        {
            Console.Error.WriteLine($"{checkedFolder}: {problems.Count} problems, {tooLong} messages too long.");
            return ExitCode.Failed;
        }

        Console.WriteLine($"{checkedFolder}: {messages.Count} messages with extreme values, all within their limits.");
        return ExitCode.Done;
    }

    private static string Line(CheckedMessage message)
    {
        var verdict = message.IsTooLong ? $"TOO LONG, {message.MostSegments} allowed"
            : message.Segments > message.MostSegments ? "its figures alone need more" : "";
        return $"{(message.Language == Language.Thai ? "th" : "en")} {message.Template,-16} {(message.IsGsm7 ? "GSM-7" : "UCS-2")} {message.Units,4} units, " +
            $"{message.Segments} {(message.Segments == 1 ? "segment " : "segments")}  {message.Values}{(verdict.Length > 0 ? $" ({verdict})" : "")}\n    {message.Text}";
    }
}
