using Cycle.Jobs.Intake.Files;
using Cycle.Jobs.Intake.Postings;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake;

/// <summary>Takes posting files in (files.md): whole or not at all, each row taken or rejected.</summary>
public static class PostingFile
{
    /// <summary>Takes one file in, in one transaction: a process that dies in the middle leaves nothing of it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="path">The file, named <c>postings-yyyy-MM-dd.csv</c> or <c>postings-yyyy-MM-dd-n.csv</c>.</param>
    /// <param name="businessDate">The night that takes it; not before the file's date.</param>
    /// <param name="tariff">Fees and ceilings.</param>
    /// <param name="settings">What the installation chose.</param>
    /// <param name="cancellationToken">Stops and leaves nothing.</param>
    /// <returns><see cref="FileTaken"/>, <see cref="FileAlreadyTaken"/> or <see cref="FileRefused"/>; a refusal is recorded.</returns>
    /// <exception cref="NpgsqlException">The database failed; nothing of the file is kept.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing of the file is kept.</exception>
    public static Task<IntakeOutcome> TakeAsync(
        NpgsqlDataSource db, string path, DateOnly businessDate, Tariff tariff, IntakeSettings settings, CancellationToken cancellationToken) =>
        TakeAsync(db, path, businessDate, tariff, settings, run: null, cancellationToken);

    /// <summary>The same in a night; once another process has its run, nothing is kept.</summary>
    internal static async Task<IntakeOutcome> TakeAsync(
        NpgsqlDataSource db, string path, DateOnly businessDate, Tariff tariff, IntakeSettings settings, ClaimedRun? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tariff);
        ArgumentNullException.ThrowIfNull(settings);
        if (NamedFile.Problem(path, businessDate, FileKind.Postings) is { } problem)
        {
            return await FileIntake.RefuseAsync(db, path, Path.GetFileName(path), problem, businessDate, cancellationToken);
        }

        var name = IncomingName.Parse(path)!;
        return await new FileIntake(db, path, name, businessDate, run)
            .TakeAsync(new PostingContent(path, name, businessDate, tariff, settings), cancellationToken);
    }
}
