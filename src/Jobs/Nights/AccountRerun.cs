using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights.Steps;
using Cycle.Jobs.Reviews;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>
/// Runs the steps of one account that was set aside, after the cause is gone: from the step that failed through every night since, in
/// one transaction, so that it stands where it would have stood had nothing failed. Reviews of cycles that get a statement of it are counted
/// anew, and where four eyes are required a statement whose cycle is released already is held back: nobody could look at it.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="settings">What nights are run with: the folder that PDFs, messages and reports go to, the wording and the gateway of messages.</param>
/// <param name="tariff">The tariff to compute by, or null for the one each night began with.</param>
public sealed class AccountRerun(NpgsqlDataSource database, NightSettings settings, TariffText? tariff)
{
    /// <summary>Runs what an account missed.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="resolution">What was done about the cause.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    /// <returns>What was run, and what of it is held back.</returns>
    /// <exception cref="RefusedException">The account does not wait, or a night is not complete.</exception>
    /// <exception cref="AccountFailedException">It failed again, or its files could not be written; nothing was changed but its error.</exception>
    /// <exception cref="UnfinishedException">It was run, but its messages could not be handed over.</exception>
    public async Task<RerunOutcome> RunAsync(string accountId, string by, string resolution, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAllAsync(accountId, by, resolution, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Files are written before the transaction holds; what fails after is told as such.
            throw new AccountFailedException(
                $"Account {accountId} could not be run: {fault.Message.TrimEnd('.')}. Nothing was changed. Remove the cause, then run it again.", fault);
        }
    }

    private async Task<RerunOutcome> RunAllAsync(string accountId, string by, string resolution, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunQueue.LockAsync(connection, NightRunner.Job, cancellationToken);
        var waiting = await WaitingAccount.ReadAsync(connection, accountId, cancellationToken);
        var before = await LateStatements.DatesAsync(connection, accountId, cancellationToken);
        await waiting.ResolveAsync(connection, by, resolution, cancellationToken);
        await Trail.AddAsync(connection, by, "account.rerun", $"account {accountId}", resolution, cancellationToken);
        var nights = new List<Night>();
        foreach (var runId in waiting.Runs)
        {
            nights.Add(await NightOfRun.ReadAsync(database, runId, settings, tariff, cancellationToken));
            await TariffRecord.KeepAsync(connection, nights[^1].Settings.TariffText, nights[^1].Date, cancellationToken);
            if (await RunStepsAsync(connection, nights[^1], waiting, cancellationToken) is { } failure)
            {
                await transaction.RollbackAsync(cancellationToken);
                await waiting.NoteErrorAsync(connection, failure.Error, cancellationToken);
                throw new AccountFailedException(
                    $"Account {accountId} failed again in the step {failure.Step} of {nights[^1].Date:yyyy-MM-dd}: {failure.Error} " +
                    "Nothing was changed. Remove the cause, then run it again.");
            }
        }

        using var end = new RerunEnd(settings, accountId, nights);
        await end.ReportAsync(connection, cancellationToken);
        var late = (await LateStatements.DatesAsync(connection, accountId, cancellationToken)).Except(before).Order().ToList();
        await CycleReviews.CountAnewAsync(connection, late, cancellationToken);
        var held = await LateStatements.HoldAsync(connection, accountId, late, by, resolution, cancellationToken);
        await end.KeepAsync(transaction, cancellationToken);
        return new([.. nights.Select(night => night.Date)], held);
    }

    /// <summary>Runs what the account missed of one night.</summary>
    /// <returns>The step it failed in again and why, or null when it did not.</returns>
    private static async Task<(string Step, string Error)?> RunStepsAsync(
        NpgsqlConnection connection, Night night, WaitingAccount waiting, CancellationToken cancellationToken)
    {
        var first = night.Run.RunId == waiting.Runs[0] ? waiting.FirstStep : 1;
        for (var number = first; number <= NightSteps.All.Count; number++)
        {
            if (NightSteps.All[number - 1] is not AccountStep step)
            {
                continue;
            }

            var alone = new Partition(
                night.Run.RunId, (short)number, Number: 0, waiting.AccountId, waiting.AccountId, Accounts: 1, FencingToken: 0, AccountIds: null);
            var work = new PartitionWork(night, alone, connection, alone.Select(step.CandidatesAfterwards(night)));
            await step.WorkAsync(work, cancellationToken);
            if (work.SetAside is [var failed, ..])
            {
                return (step.Name, failed.Error);
            }
        }

        await DateAnewAsync(connection, waiting.AccountId, night.Date, cancellationToken);
        return null;
    }

    /// <summary>
    /// What later nights took in was dated without knowing of a cut made only now: a value date on or before it becomes the day after,
    /// as it would have been then (rules.md section 3).
    /// </summary>
    private static async Task DateAnewAsync(NpgsqlConnection connection, string accountId, DateOnly date, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update postings p set value_date = a.last_cut + 1
            from accounts a
            where a.account_id = $1 and a.last_cut = {Sql.Date(date)} and p.account_id = a.account_id
              and p.taken_on > {Sql.Date(date)} and p.value_date <= a.last_cut
            """,
            connection);
        command.Parameters.Add(new() { Value = accountId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
