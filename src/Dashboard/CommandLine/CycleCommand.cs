using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Cycle.Dashboard.Scheduling;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle</c>: every verb, with the scheduler that this program was built with.</summary>
internal static class CycleCommand
{
    /// <summary>Does what the words say.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] words, IHostScheduler scheduler)
    {
        var parsed = Verbs(scheduler).Parse(words);
        string[] problems = [.. parsed.Errors.Select(error => error.Message), .. Misplaced(parsed)];
        if (problems.Length > 0)
        {
            foreach (var problem in problems)
            {
                Console.Error.WriteLine(problem);
            }

            Console.Error.WriteLine("See `cycle --help`, or `cycle VERB --help`.");
            return ExitCode.Usage;
        }

        if (Given(parsed) is { } database)
        {
            SuggestingWriter.Install(new(database));
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,

            // Ctrl-C: the partition at work is rolled back and the private server stopped before the program ends.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        });
    }

    /// <summary>All that can be asked for.</summary>
    /// <param name="scheduler">The scheduler that this program was built with.</param>
    internal static Command Verbs(IHostScheduler scheduler) =>
        // Not a RootCommand: that one would call itself by the program's file name, which nobody types.
        new("cycle", "Cycle closes the books of a credit-card portfolio, night by night: files in, statements and notices out.")
        {
            new HelpOption(),
            new VersionOption(),
            DemoCommand.Make(),
            ServeCommand.Make(scheduler),
            WorkerCommand.Make(scheduler),
            RunCommand.Make(),
            ResumeCommand.Make(),
            CancelCommand.Make(),
            RerunCommand.Make(),
            IngestCommand.Make(),
            StatusCommand.Make(),
            ScheduleCommand.Make(),
            ReplayCommand.Make(),
            ExportCommand.Make(),
            ExplainCommand.Make(),
            VerifyCommand.Make(),
            TariffCommand.Make(),
            PreviewCommand.Make(),
            TemplateCommand.Make(),
            SendCommand.Make(),
            MessagesCommand.Make(),
            UserCommand.Make(),
        };

    /// <summary>The database that was named, if one was.</summary>
    private static string? Given(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<string?>>().FirstOrDefault(option => option.Name == Options.DatabaseName) is { } option
            ? parsed.GetValue(option)
            : null;

    /// <summary>Options before a verb's second word: they would be read and forgotten, and messages resent from another database than the one named.</summary>
    private static IEnumerable<string> Misplaced(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command.Name;
        for (var above = parsed.CommandResult.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
        {
            foreach (var option in above.Children.OfType<OptionResult>().Where(option => !option.Implicit && !option.Option.Recursive))
            {
                yield return $"{option.Option.Name}: found before '{verb}', expected after it.";
            }
        }
    }
}
