using System.CommandLine;
using System.Text;
using Cycle.Dashboard.Scheduling;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Options that several commands share, so that they read the same everywhere.</summary>
internal static class Options
{
    /// <summary>What the option for the database is called.</summary>
    public const string DatabaseName = "--database";

    private const int MostWorkers = 64;
    private const int MostNameBytes = 63;

    /// <summary>A business date.</summary>
    public static Option<DateOnly> Date() => new("--date", "-d")
    {
        Description = "The business date, as yyyy-MM-dd.",
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
            {
                return date;
            }

            result.AddError($"--date: found '{text}', expected a date as yyyy-MM-dd.");
            return default;
        },
    };

    /// <summary>A run that is there.</summary>
    public static Argument<string> Run() => new("RUN")
    {
        Description = "The run: its number, or its business date as yyyy-MM-dd.",
    };

    /// <summary>The folder that files come from.</summary>
    public static Option<string?> Inbox() => new("--inbox")
    {
        Description = "The folder the files come from (default: inbox below the var folder).",
    };

    /// <summary>The folder that results go to.</summary>
    public static Option<string?> Out() => new("--out")
    {
        Description = "The folder that PDFs, messages and reports go to (default: out below the var folder).",
    };

    /// <summary>The tariff.</summary>
    public static Option<string> Tariff() => new("--tariff")
    {
        Description = "A shipped tariff's id, or a tariff file.",
        DefaultValueFactory = _ => Jobs.Replay.FixtureCase.DefaultTariff,
    };

    /// <summary>The database.</summary>
    public static Option<string?> Database()
    {
        var option = new Option<string?>(DatabaseName) { Description = "Another database of the same server, such as cycle_demo." };
        option.Validators.Add(result =>
        {
            // The server cuts a longer name, and another command with the same beginning would work on the same database.
            if (result.Tokens is [{ Value: var name }] && Encoding.UTF8.GetByteCount(name) is 0 or > MostNameBytes)
            {
                result.AddError($"{DatabaseName}: found '{name}', expected a database's name of 1 to {MostNameBytes} bytes.");
            }
        });
        return option;
    }

    /// <summary>The schedule.</summary>
    public static Option<string?> Schedule() => new("--schedule")
    {
        Description = "A schedule file (default: schedule.json in the settings folder, else the shipped one).",
    };

    /// <summary>The scheduler; `./cycle` starts the program that was built with it.</summary>
    /// <param name="ours">The one this program was built with.</param>
    public static Option<string> Scheduler(IHostScheduler ours)
    {
        var option = new Option<string>("--scheduler")
        {
            Description = "quartz, or hangfire, whose packages `./cycle` restores when it is asked for (docs/hangfire.md).",
            DefaultValueFactory = _ => ours.Name,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var told }] && told != ours.Name)
            {
                result.AddError(told is "quartz" or "hangfire"
                    ? $"--scheduler: this program was built with {ours.Name}. Start the other one with `./cycle serve --scheduler {told}`."
                    : $"--scheduler: found '{told}', expected quartz or hangfire.");
            }
        });
        return option;
    }

    /// <summary>How many accounts a partition.</summary>
    public static Option<int> Partition() => Number("--partition", "Accounts a partition: one transaction, and what a stop or a crash loses at most.", 1000, 1, 10_000);

    /// <summary>How many partitions at once.</summary>
    public static Option<int> Workers() => Number(
        "--workers", "How many partitions this process works on at once.", Math.Min(Environment.ProcessorCount, MostWorkers), 1, MostWorkers);

    /// <summary>A whole number within limits.</summary>
    public static Option<int> Number(string name, string what, int otherwise, int least, int most) => new(name)
    {
        Description = $"{what.TrimEnd('.')}, {least} to {most}.",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name}: found '{text}', expected a number from {least} to {most}.");
            return otherwise;
        },
    };
}
