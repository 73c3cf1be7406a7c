using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Outputs;
using Npgsql;

namespace Cycle.Jobs.Replay;

/// <summary>Replays one case on a clean store: every night from its first to its last business date, then all outputs.</summary>
/// <param name="database">A store with the schema and not a single row.</param>
/// <param name="options">How cases are replayed.</param>
internal sealed class CaseReplay(NpgsqlDataSource database, ReplayOptions options)
{
    public async Task<ReplayResult> RunAsync(FixtureCase fixture, CancellationToken cancellationToken)
    {
        var output = options.Output is { } root
            ? Path.Combine(root, fixture.Name)
            : Path.Combine(Path.GetTempPath(), $"cycle-replay-{Environment.ProcessId}-{fixture.Name}");
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        try
        {
            await MakeAsync(fixture, output, cancellationToken);
            if (options.UpdatesExpected)
            {
                Expectations.Update(fixture.Expected, output);
            }

            var (compared, differences) = Comparison.Of(fixture.Expected, output);
            return new(fixture.Name, fixture.Title, compared, differences);
        }
        finally
        {
            if (options.Output is null && Directory.Exists(output))
            {
                Directory.Delete(output, recursive: true);
            }
        }
    }

    private async Task MakeAsync(FixtureCase fixture, string output, CancellationToken cancellationToken)
    {
        var tariff = await TariffText.ReadFileAsync(fixture.TariffFile, cancellationToken);
        var settings = new NightSettings(
            Inbox.List(fixture.Directory, FixtureCase.OwnFiles), output, tariff, new IntakeSettings(ControlFileRequired: false),
            options.Workers, RendersStatements: options.Output is not null || Directory.Exists(Path.Combine(fixture.Expected, "statements")))
        {
            OutputSurvivesPowerCut = false,
        };
        var nights = new NightRunner(database, settings, SilentProgress.Instance);
        for (var date = fixture.From; date <= fixture.To; date = date.AddDays(1))
        {
            await nights.RunOneAsync(date, cancellationToken);
        }

        await new Exporter(database, tariff.Tariff).WriteAsync(output, fixture.From, fixture.To, cancellationToken);
    }
}
