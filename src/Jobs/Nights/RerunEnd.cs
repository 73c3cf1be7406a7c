using System.Text;
using Cycle.Jobs.Nights.Steps;
using Cycle.Jobs.Releases;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>
/// How running an account later ends: the reports of its nights made anew, the transaction, the account's messages. The reports are whole on
/// the disk before the transaction holds, so that a full disk keeps nothing, and get their names when it does.
/// </summary>
/// <param name="settings">Where files go.</param>
/// <param name="accountId">The account.</param>
/// <param name="nights">Its nights, first to last.</param>
internal sealed class RerunEnd(NightSettings settings, string accountId, List<Night> nights) : IDisposable
{
    private readonly FileBatch _reports = new(Path.Combine(settings.Output, ReportStep.Folder), settings.OutputSurvivesPowerCut);

    /// <summary>Makes totals and reports of the nights anew.</summary>
    /// <exception cref="IOException">The reports could not be written.</exception>
    public async Task ReportAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var night in nights)
        {
            var report = await ReportStep.MakeAnewAsync(connection, night, cancellationToken);
            _reports.Add(ReportStep.NameOf(night.Date), Encoding.UTF8.GetBytes(report));
        }
    }

    /// <summary>Commits, gives the reports their names and hands the messages on.</summary>
    /// <exception cref="UnfinishedException">It is kept, but reports or messages are not where they belong.</exception>
    public async Task KeepAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var isKept = false;
        Exception? unnamed = null;
        try
        {
            await _reports.KeepAsync(async () =>
            {
                await transaction.CommitAsync(cancellationToken);
                isKept = true;
            });
        }
        catch (Exception fault) when (isKept)
        {
            unnamed = fault;
        }

        await HandOverAsync();
        if (unnamed is not null)
        {
            throw new UnfinishedException(
                $"Account {accountId} was run, but its control reports from {nights[0].Date:yyyy-MM-dd} on could not be put in their place: " +
                $"{unnamed.Message.TrimEnd('.')}. They are kept in the database: `cycle export --date D --out DIR` writes that of a date.",
                unnamed);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reports.Dispose();

    /// <summary>What was done is kept by now, so nothing but a fault ends it.</summary>
    private async Task HandOverAsync()
    {
        try
        {
            foreach (var night in nights)
            {
                await new SendStep().RunAsync(night, number: 0, CancellationToken.None);
            }
        }
        catch (Exception fault)
        {
            throw HandOverFault.Of($"Account {accountId} was run", settings.Output, fault);
        }
    }
}
