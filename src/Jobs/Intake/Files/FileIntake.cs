using System.Security.Cryptography;
using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Intake.Files;

/// <summary>Takes one file in, in one transaction.</summary>
/// <param name="db">The database.</param>
/// <param name="path">The file.</param>
/// <param name="name">Its name, read.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="run">Its run; null outside of one.</param>
internal sealed class FileIntake(NpgsqlDataSource db, string path, IncomingName name, DateOnly businessDate, ClaimedRun? run)
{
    /// <summary>Takes the file, or records why not.</summary>
    public async Task<IntakeOutcome> TakeAsync(FileContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeWholeAsync(content, cancellationToken);
        }
        catch (UnreadableFile problem)
        {
            return await RefuseAsync(db, path, name.Name, problem.Message, businessDate, cancellationToken);
        }
    }

    /// <summary>Records a refusal.</summary>
    /// <param name="db">The database.</param>
    /// <param name="path">The file.</param>
    /// <param name="fileName">Its bare name.</param>
    /// <param name="reason">Why, without the name.</param>
    /// <param name="businessDate">The night that refuses it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FileRefused> RefuseAsync(
        NpgsqlDataSource db, string path, string fileName, string reason, DateOnly businessDate, CancellationToken cancellationToken)
    {
        var refusal = new FileRefused(fileName, $"{fileName}: {reason}");
        await TakenFiles.RefuseAsync(db, refusal, await HashAsync(path, cancellationToken), businessDate, cancellationToken);
        return refusal;
    }

    private async Task<IntakeOutcome> TakeWholeAsync(FileContent content, CancellationToken cancellationToken)
    {
        await using var transaction = await IntakeTransaction.BeginAsync(db, run, cancellationToken);
        if (await TakenFiles.FindAsync(transaction.Connection, name.Name, cancellationToken) is { } earlier)
        {
            var survey = await content.SurveyAsync(cancellationToken);
            return earlier.Sha256 == survey.Sha256
                ? earlier.Outcome
                : throw new UnreadableFile(
                    $"a file of this name but other content (sha256 {earlier.Sha256}) was taken on {earlier.Outcome.BusinessDate:yyyy-MM-dd}; "
                    + $"this one has sha256 {survey.Sha256}. Corrections come in a file of another name.");
        }

        var rows = await content.TakeAsync(transaction, cancellationToken);
        var outcome = new FileTaken(name.Name, name.Kind, rows.Survey.Rows, rows.Taken, rows.Rejected, rows.Survey.AmountTotal, rows.Older);
        await TakenFiles.AddAsync(transaction.Connection, name, rows.Survey, businessDate, outcome, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>SHA-256 of the file as it is, empty when it cannot be read.</summary>
    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
