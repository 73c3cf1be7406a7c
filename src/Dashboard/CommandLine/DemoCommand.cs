using System.CommandLine;
using Cycle.Jobs.Messages;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Replay;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle demo</c>: the main job on the shipped portfolio, in a database of its own.</summary>
internal static class DemoCommand
{
    private const string Database = "cycle_demo";

    public static Command Make()
    {
        var workers = Options.Workers();
        var command = new Command("demo", "Runs the main job on the shipped portfolio, then says where everything is.") { workers };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(
            () => RunAsync(parsed.GetValue(workers), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(int workers, CancellationToken cancellationToken)
    {
        SuggestingWriter.Install(new(Database));
        var folder = Path.Combine(CycleHome.Root, "fixtures", "mixed-portfolio");
        var portfolio = FixtureCase.Load(folder, CycleHome.Tariffs);
        var output = Path.Combine(CycleHome.Var, "demo");
        await using var nightly = await Nightly.OpenAsync(folder, output, portfolio.TariffFile, workers, Database, cancellationToken);
        var last = await new NightDates(nightly.Database).LastCompleteAsync(cancellationToken);
        var from = last is { } done && done >= portfolio.From ? done.AddDays(1) : portfolio.From;
        if (last is not null)
        {
            Console.WriteLine($"The nights up to {last:yyyy-MM-dd} were run before; they stay as they are.");
        }

        // Whatever gateway is set, the numbers of the demonstration are nobody's to write to.
        var settings = nightly.Settings with { Messages = nightly.Settings.Messages with { Gateway = GatewayKind.File } };
        var nights = new NightRunner(nightly.Database, settings, new ConsoleProgress());
        for (var date = from; date <= portfolio.To; date = date.AddDays(1))
        {
            await nights.RunAsync(date, cancellationToken);
        }

        await SayAsync(nightly.Database, output, portfolio, cancellationToken);
        return ExitCode.Done;
    }

    private static async Task SayAsync(
        NpgsqlDataSource database, string output, FixtureCase portfolio, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select (select count(*) from accounts), (select count(*) from postings where file_name <> ''),
                   (select count(*) from rejects), (select count(*) from statements),
                   (select count(*) from rendered_statements), (select count(*) from messages)
            """);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var statements = Path.Combine(output, "statements");
        Console.WriteLine(
            $"""

            {portfolio.Title}
              {row.GetInt64(0):N0} accounts, {row.GetInt64(1):N0} postings taken, {row.GetInt64(2):N0} rejected, {row.GetInt64(3):N0} statements, {row.GetInt64(5):N0} messages

              PDF statements    {statements}  ({Found(statements, row.GetInt64(4))})
              Messages          {Path.Combine(output, "messages")}
              Control reports   {Path.Combine(output, "reports")}
              Runs              ./cycle status --database {Database}
              All figures       ./cycle export --database {Database} --date {portfolio.To:yyyy-MM-dd} --out DIR
            """);
    }

    /// <summary>The demonstration's nights are run once; files that somebody removed since are not made again, and must not be promised.</summary>
    private static string Found(string statements, long drawn)
    {
        var found = Directory.Exists(statements) ? Directory.EnumerateFiles(statements, "*.pdf").LongCount() : 0;
        return found >= drawn
            ? $"{drawn:N0} files"
            : $"{found:N0} of {drawn:N0} files; the others were removed since, `cycle export` draws those of a date again";
    }
}
