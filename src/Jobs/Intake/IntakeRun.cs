using Cycle.Jobs.Intake.Files;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake;

/// <summary>Takes in what a night finds: holidays, accounts, cards, rates, opening balances, postings, each by date, then name.</summary>
public static class IntakeRun
{
    /// <summary>Takes in the files of a folder that belong to a business date.</summary>
    /// <param name="db">The database.</param>
    /// <param name="folder">Where the files lie, itself or in subfolders named yyyy-MM-dd.</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="firstBusinessDate">The first business date of the installation or case; not after <paramref name="businessDate"/>.</param>
    /// <param name="tariff">Fees, ceilings and products.</param>
    /// <param name="settings">What the installation chose.</param>
    /// <param name="cancellationToken">Stops; files taken before stay taken.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Task<IntakeReport> TakeAllAsync(
        NpgsqlDataSource db, string folder, DateOnly businessDate, DateOnly firstBusinessDate, Tariff tariff, IntakeSettings settings,
        CancellationToken cancellationToken) =>
        TakeAllAsync(db, Inbox.List(folder), businessDate, firstBusinessDate, tariff, settings, cancellationToken);

    /// <summary>The same with a folder that was listed before, for many dates in a row.</summary>
    /// <param name="db">The database; always the same for one inbox.</param>
    /// <param name="inbox">The folder.</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="firstBusinessDate">The first business date of the installation or case; not after <paramref name="businessDate"/>.</param>
    /// <param name="tariff">Fees, ceilings and products.</param>
    /// <param name="settings">What the installation chose.</param>
    /// <param name="cancellationToken">Stops; files taken before stay taken.</param>
    public static Task<IntakeReport> TakeAllAsync(
        NpgsqlDataSource db, Inbox inbox, DateOnly businessDate, DateOnly firstBusinessDate, Tariff tariff, IntakeSettings settings,
        CancellationToken cancellationToken) =>
        TakeAllAsync(db, inbox, businessDate, firstBusinessDate, tariff, settings, run: null, cancellationToken);

    /// <summary>The same in a night; once another process has its run, no file is taken any more.</summary>
    internal static async Task<IntakeReport> TakeAllAsync(
        NpgsqlDataSource db, Inbox inbox, DateOnly businessDate, DateOnly firstBusinessDate, Tariff tariff, IntakeSettings settings,
        ClaimedRun? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentOutOfRangeException.ThrowIfLessThan(businessDate, firstBusinessDate);
        var outcomes = new List<IntakeOutcome>();
        var files = inbox.For(businessDate, firstBusinessDate);
        var controls = inbox.ControlsAlone.Where(control => control.Name.Date <= businessDate && control.Name.Date >= firstBusinessDate).ToList();
        var names = files.Concat(controls).Select(file => file.Name.Name).ToArray();
        var taken = names.Length == 0 ? [] : await TakenFiles.AmongAsync(db, names, cancellationToken);
        foreach (var control in controls.Where(control => !taken.ContainsKey(control.Name.Name)))
        {
            outcomes.Add(await FileIntake.RefuseAsync(
                db, control.Path, Path.GetFileName(control.Path), $"its {Of(control.Name.Kind)} file {control.Name.Name} is not there.", businessDate, cancellationToken));
        }

        foreach (var file in files)
        {
            // One taken on an earlier date is looked at again only when it was written to since: its content may be other.
            var isNew = Inbox.IsOf(file, businessDate, firstBusinessDate) || !taken.TryGetValue(file.Name.Name, out var at) || file.WrittenAt > at;
            var outcome = isNew ? await TakeAsync(db, file, businessDate, tariff, settings, run, cancellationToken) : null;
            outcomes.AddRange(outcome is null ? [] : [outcome]);
            if (outcome is not FileRefused)
            {
                inbox.Settle(file);
            }
        }

        return new(outcomes, inbox.PostingFilesBefore(firstBusinessDate), inbox.UnknownFiles);
    }

    private static Task<IntakeOutcome> TakeAsync(
        NpgsqlDataSource db, InboxFile file, DateOnly businessDate, Tariff tariff, IntakeSettings settings, ClaimedRun? run,
        CancellationToken cancellationToken) =>
        file.Name.Kind switch
        {
            FileKind.Postings => PostingFile.TakeAsync(db, file.Path, businessDate, tariff, settings, run, cancellationToken),
            FileKind.Opening => OpeningFile.TakeAsync(db, file.Path, businessDate, tariff, settings, run, cancellationToken),
            _ => MasterFile.TakeAsync(db, file.Path, businessDate, tariff, run, cancellationToken),
        };

    private static string Of(FileKind kind) => kind == FileKind.Opening ? "opening" : "posting";
}
