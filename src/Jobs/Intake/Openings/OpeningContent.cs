using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Intake.Files;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>The rows of an opening file, taken in account by account in chunks.</summary>
/// <param name="path">The file.</param>
/// <param name="name">Its name.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="tariff">The products' due days.</param>
/// <param name="settings">Whether a control file must be there.</param>
internal sealed class OpeningContent(string path, IncomingName name, DateOnly businessDate, Tariff tariff, IntakeSettings settings) : FileContent(path)
{
    private const int ChunkRows = 10_000;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => OpeningColumns.All;

    /// <inheritdoc/>
    public override int? AmountColumn => OpeningColumns.Outstanding;

    /// <inheritdoc/>
    public override async Task<TakenRows> TakeAsync(IntakeTransaction transaction, CancellationToken cancellationToken)
    {
        var survey = await SurveyAsync(cancellationToken);
        ControlFile.CheckBeside(FilePath, name, survey, settings);
        var calendar = await Holidays.ReadAsync(transaction.Connection, cancellationToken);
        var judge = new OpeningJudge(businessDate, tariff, calendar);
        await transaction.LookUpByIndexAsync(cancellationToken);
        using var file = CsvFile.Open(FilePath, Columns);
        var blocks = new OpeningBlocks(file);
        var (rows, rejected) = (0L, 0L);
        while (Next(blocks) is { Count: > 0 } chunk)
        {
            rows += chunk.Sum(block => block.Count);
            rejected += await TakeAsync(transaction.Connection, chunk, judge, cancellationToken);
        }

        survey.CheckUnchanged(file);
        return new(survey, rows - rejected, rejected);
    }

    private static List<List<OpeningRow>> Next(OpeningBlocks blocks)
    {
        var chunk = new List<List<OpeningRow>>();
        for (var rows = 0; rows < ChunkRows && blocks.Next() is { Count: > 0 } block; rows += block.Count)
        {
            chunk.Add(block);
        }

        return chunk;
    }

    private async Task<int> TakeAsync(
        NpgsqlConnection connection, List<List<OpeningRow>> chunk, OpeningJudge judge, CancellationToken cancellationToken)
    {
        var facts = await new OpeningLookups(connection).ForAsync([.. chunk.SelectMany(block => block)], cancellationToken);
        var opened = new List<OpenedAccount>(chunk.Count);
        var rejects = new List<(long Line, string Id, Rejection Why)>();
        foreach (var block in chunk)
        {
            if (judge.Judge(block, facts, rejects) is { } account)
            {
                opened.Add(account);
                Note(account, facts);
            }
        }

        await RejectCopy.WriteAsync(connection, name.Name, businessDate, rejects, cancellationToken);
        if (opened.Count > 0)
        {
            await new OpeningWriter(connection, name.Name, businessDate).WriteAsync(opened, cancellationToken);
        }

        return rejects.Count;
    }

    private void Note(OpenedAccount account, OpeningFacts facts)
    {
        facts.Accounts[account.AccountId] = facts.Accounts[account.AccountId] with { LastCut = account.State.LastCut };
        foreach (var (posting, line) in account.Postings)
        {
            facts.Taken.Add(posting.PostingId, (name.Name, line));
        }
    }
}
