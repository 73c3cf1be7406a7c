using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Intake.Files;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>The rows of a master file: staged in chunks, then brought where they belong by a few set-based commands.</summary>
/// <param name="path">The file.</param>
/// <param name="name">Its name.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="kind">What it holds.</param>
internal sealed class MasterContent(string path, IncomingName name, DateOnly businessDate, MasterKind kind) : FileContent(path)
{
    private const int ChunkRows = 10_000;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => kind.Columns;

    /// <inheritdoc/>
    public override async Task<TakenRows> TakeAsync(IntakeTransaction transaction, CancellationToken cancellationToken)
    {
        var survey = await SurveyAsync(cancellationToken);
        var staging = new MasterStaging(transaction.Connection, kind);
        await staging.CreateAsync(cancellationToken);
        await transaction.LookUpByIndexAsync(cancellationToken);
        using var file = CsvFile.Open(FilePath, Columns);
        var (taken, rejected) = (0L, 0L);
        while (Next(file) is { Count: > 0 } rows)
        {
            var rejects = await staging.AddAsync(rows, cancellationToken);
            await RejectCopy.WriteAsync(transaction.Connection, name.Name, businessDate, rejects, cancellationToken);
            rejected += rejects.Count;
            taken += rows.Count - rejects.Count;
        }

        survey.CheckUnchanged(file);
        await transaction.PlanFreelyAsync(cancellationToken);
        var older = await staging.MergeAsync(businessDate, name.Date, cancellationToken);
        return new(survey, taken, rejected, older);
    }

    private List<MasterRow> Next(CsvFile file)
    {
        var rows = new List<MasterRow>();
        while (rows.Count < ChunkRows && file.Read())
        {
            rows.Add(kind.Read(file));
        }

        return rows;
    }
}
