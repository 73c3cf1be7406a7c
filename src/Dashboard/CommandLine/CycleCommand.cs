using System.CommandLine;
using Cycle.Dashboard.Scheduling;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle</c>: every verb, with the scheduler that this program was built with.</summary>
internal static class CycleCommand
{
    /// <summary>Does what the words say.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] words, IHostScheduler scheduler)
    {
        var root = new RootCommand("Cycle closes the books of a credit-card portfolio, night by night: files in, statements and notices out.")
        {
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

        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine("See `cycle --help`, or `cycle VERB --help`.");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,

            // Ctrl-C: the partition at work is rolled back and the private server stopped before the program ends.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        });
    }
}
