using System.Text.Json;
using Cycle.Jobs.Intake;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Takes in the files of the date, each in one transaction: masters, then rates, then opening balances, then postings. Files taken before an interruption stay taken.</summary>
internal sealed class IntakeStep : INightStep
{
    public string Name => "intake";

    public bool IsMarkedByItsPlan => false;

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        night.Progress.Begin(night.Date, Name, 0);
        var report = await IntakeRun.TakeAllAsync(
            night.Database, night.Settings.Inbox, night.Date, night.FirstBusinessDate, night.Tariff, night.Settings.Intake,
            night.Run, cancellationToken);
        await NameLeftAloneAsync(night, number, report, cancellationToken);
        return Summary(report);
    }

    /// <summary>Files of unknown names are told every night they lie there: one may be tonight's, misnamed. Those too old to be read only once.</summary>
    private static async Task NameLeftAloneAsync(
        Night night, short number, IntakeReport report, CancellationToken cancellationToken)
    {
        var notRead = night.Date == night.FirstBusinessDate ? report.PostingFilesNotRead : [];
        if (notRead.Count + report.UnknownFiles.Count == 0)
        {
            return;
        }

        await using var command = night.Database.CreateCommand(
            "update run_steps set result = $3 where run_id = $1 and number = $2");
        command.Parameters.Add(new() { Value = night.Run.RunId });
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new()
        {
            Value = JsonSerializer.Serialize(new { notRead, unknownFiles = report.UnknownFiles }),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Summary(IntakeReport report)
    {
        var taken = report.Outcomes.OfType<FileTaken>().ToList();
        var refused = report.Outcomes.Count(outcome => outcome is FileRefused);
        if (taken.Count + refused == 0)
        {
            return "";
        }

        var older = taken.Sum(file => file.Older);
        return $"{taken.Count} files, {taken.Sum(file => file.Taken)} rows taken, {taken.Sum(file => file.Rejected)} rejected" +
            (older > 0 ? $", {older} older than what is known" : "") +
            (refused > 0 ? $", {refused} files refused" : "");
    }
}
