using Cycle.Jobs.Intake.Files;
using Cycle.Jobs.Intake.Masters;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake;

/// <summary>Takes masters in (files.md): holidays, accounts, cards and tables of rates; whole or not at all, each row taken or rejected.</summary>
public static class MasterFile
{
    /// <summary>Takes one file in, in one transaction: a process that dies in the middle leaves nothing of it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="path">The file; its name tells the kind.</param>
    /// <param name="businessDate">The night that takes it; what is new or changed counts from there.</param>
    /// <param name="tariff">Tells which products there are.</param>
    /// <param name="cancellationToken">Stops and leaves nothing.</param>
    /// <returns><see cref="FileTaken"/>, <see cref="FileAlreadyTaken"/> or <see cref="FileRefused"/>; a refusal is recorded.</returns>
    /// <exception cref="NpgsqlException">The database failed; nothing of the file is kept.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing of the file is kept.</exception>
    public static Task<IntakeOutcome> TakeAsync(
        NpgsqlDataSource db, string path, DateOnly businessDate, Tariff tariff, CancellationToken cancellationToken) =>
        TakeAsync(db, path, businessDate, tariff, run: null, cancellationToken);

    /// <summary>The same in a night; once another process has its run, nothing is kept.</summary>
    internal static async Task<IntakeOutcome> TakeAsync(
        NpgsqlDataSource db, string path, DateOnly businessDate, Tariff tariff, ClaimedRun? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tariff);
        if (NamedFile.Problem(path, businessDate, FileKind.Holidays, FileKind.Accounts, FileKind.Cards, FileKind.Fx) is { } problem)
        {
            return await FileIntake.RefuseAsync(db, path, Path.GetFileName(path), problem, businessDate, cancellationToken);
        }

        var name = IncomingName.Parse(path)!;
        MasterKind kind = name.Kind switch
        {
            FileKind.Holidays => new HolidayMaster(),
            FileKind.Accounts => new AccountMaster(tariff),
            FileKind.Cards => new CardMaster(),
            _ => new FxMaster(),
        };
        return await new FileIntake(db, path, name, businessDate, run).TakeAsync(new MasterContent(path, name, businessDate, kind), cancellationToken);
    }
}
