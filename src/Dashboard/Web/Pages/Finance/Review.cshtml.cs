using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Releases;
using Cycle.Jobs.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>A cycle before it goes out: against the one before, what stands out in it, and a sample to look at.</summary>
internal sealed class ReviewModel(NpgsqlDataSource database, IAuthorizationService authorization, Words words) : CyclePage
{
    private readonly CycleReviews _reviews = new(database);

    public DateOnly Date { get; private set; }

    /// <summary>The same day of the month before, clamped to its end.</summary>
    public DateOnly BeforeDate => Date.AddMonths(-1);

    public CycleReview? Now { get; private set; }

    public CycleReview? Before { get; private set; }

    /// <summary>Whether this cycle or the one before is still counted in the background.</summary>
    public bool IsBeingCounted { get; private set; }

    public CycleRelease? Release { get; private set; }

    /// <summary>Statements that stay here when the cycle is released.</summary>
    public IReadOnlyList<HeldStatement> Held { get; private set; } = [];

    public bool IsRequired { get; private set; }

    public bool MayRelease { get; private set; }

    /// <summary>Who looked at which account of the sample.</summary>
    public IReadOnlyDictionary<string, string> Ticks { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<(string Name, decimal Now, decimal Before)> Balances => Pairs(
        [words["credit"], "0", .. CycleReview.Bands.Select(band => band == 1 ? ">0" : words[$"{band / 100_000}k+"])], Now!.Balances, Before?.Balances);

    public IReadOnlyList<(string Name, decimal Now, decimal Before)> Overdue => Pairs(
        [words["none"], "1", "2", "3", "4+"], Now!.Overdue, Before?.Overdue);

    public IReadOnlyList<(string Name, decimal Now, decimal Before)> Income =>
        [Baht("interest"), Baht("fees")];

    public async Task<IActionResult> OnGetAsync(string date, CancellationToken cancellationToken)
    {
        var releases = new ReleaseReader(database);
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", out var statementDate)
            || await releases.OneAsync(statementDate, cancellationToken) is not { } release)
        {
            return NotFound();
        }

        (Date, Release) = (statementDate, release);
        Now = await _reviews.FindAsync(Date, cancellationToken);
        Before = await _reviews.FindAsync(BeforeDate, cancellationToken);
        IsBeingCounted = Now is null || (Before is null && await releases.OneAsync(BeforeDate, cancellationToken) is not null);
        Held = await releases.HeldAsync(Date, cancellationToken);
        IsRequired = await releases.IsRequiredAsync(cancellationToken);
        MayRelease = (await authorization.AuthorizeAsync(User, May.Release)).Succeeded;
        Ticks = (await database.ListAsync(
            "select account_id, person from sample_ticks where statement_date = $1 limit 100",
            row => (row.GetString(0), row.GetString(1)), cancellationToken, Date)).ToDictionary(tick => tick.Item1, tick => tick.Item2);
        return Page();
    }

    [Needs(May.Release)]
    public Task<IActionResult> OnPostTickAsync(DateOnly date, string[] account, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var sample = await _reviews.SampleAsync(date, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        string[] looked = [.. account.Where(sample.Contains)];
        foreach (var ticked in looked)
        {
            await using var insert = new NpgsqlCommand(
                "insert into sample_ticks (statement_date, account_id, person, at) values ($1, $2, $3, now()) on conflict do nothing", connection);
            insert.Parameters.Add(new() { Value = date });
            insert.Parameters.Add(new() { Value = ticked });
            insert.Parameters.Add(new() { Value = Who });
            await insert.ExecuteNonQueryAsync(cancellationToken);
            await Trail.AddAsync(connection, Who, "sample.tick", $"cycle {date:yyyy-MM-dd}, account {ticked}", "", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return words["{0} ticked off.", looked.Length];
    });

    private (string, decimal, decimal) Baht(string figure) =>
        (words[FigureTitles.Of(figure)], Math.Max(0, Now!.Sums[figure] / 100m), Math.Max(0, (Before?.Sums[figure] ?? 0) / 100m));

    private static (string, decimal, decimal)[] Pairs(string[] names, IReadOnlyList<long> now, IReadOnlyList<long>? before) =>
        [.. names.Select((name, i) => (name, (decimal)now[i], (decimal)(before?[i] ?? 0)))];
}
