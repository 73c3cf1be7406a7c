using Cycle.Jobs.Audit;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Releases;

/// <summary>Four eyes: one person asks for a cycle to go out, another lets it go. Every act is in the trail, in the same transaction.</summary>
/// <param name="database">The store.</param>
/// <param name="gateway">Where messages go once they may.</param>
public sealed class ReleaseDesk(NpgsqlDataSource database, FileGateway gateway)
{
    private readonly ReleaseReader _reader = new(database);
    private readonly TrailedActs _acts = new(database);
    private readonly WaitingNotices _waiting = new(database, gateway);

    /// <summary>Says whether a second person has to release a cycle, from now on. When none has to, what waited for one goes out.</summary>
    /// <returns>How many messages were handed over.</returns>
    /// <exception cref="UnfinishedException">None has to, but the messages could not be handed over.</exception>
    public async Task<int> RequireAsync(bool isRequired, string who, string reason, CancellationToken cancellationToken)
    {
        await _acts.DoAsync(
            "insert into settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
            [ReleaseRules.Setting, isRequired ? ReleaseRules.Required : "off"], "Nothing was changed.",
            new Deed(who, isRequired ? "release.require" : "release.waive", ReleaseRules.Setting, reason), cancellationToken);
        return isRequired ? 0 : await _waiting.HandOverAsync(null, "Four eyes are required no longer");
    }

    /// <summary>Asks for a cycle to go out.</summary>
    /// <exception cref="RefusedException">It has no statements, its night is not complete, or it was asked for.</exception>
    public async Task AskAsync(DateOnly statementDate, string who, string reason, CancellationToken cancellationToken)
    {
        await KnownAsync(statementDate, cancellationToken);
        await _acts.DoAsync(
            "insert into cycle_releases (statement_date, asked_by, asked_at) values ($1, $2, now()) on conflict (statement_date) do nothing",
            [statementDate, who], $"The release of {statementDate:yyyy-MM-dd} was asked for before.",
            new Deed(who, "release.ask", Subject(statementDate), reason), cancellationToken);
    }

    /// <summary>Takes back what was asked.</summary>
    /// <exception cref="RefusedException">It was not asked for, or is released.</exception>
    public Task WithdrawAsync(DateOnly statementDate, string who, string reason, CancellationToken cancellationToken) => _acts.DoAsync(
        "delete from cycle_releases where statement_date = $1 and released_at is null", [statementDate],
        $"The release of {statementDate:yyyy-MM-dd} was not asked for, or it is released already.",
        new Deed(who, "release.withdraw", Subject(statementDate), reason), cancellationToken);

    /// <summary>Lets a cycle go out; its messages that waited are handed over.</summary>
    /// <returns>How many messages were handed over.</returns>
    /// <exception cref="RefusedException">Nobody asked, this person asked, or it is released already.</exception>
    /// <exception cref="UnfinishedException">It is released, but the messages could not be handed over.</exception>
    public async Task<int> ReleaseAsync(DateOnly statementDate, string who, string reason, CancellationToken cancellationToken)
    {
        var cycle = await KnownAsync(statementDate, cancellationToken);
        if (string.Equals(cycle.AskedBy, who, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException($"You asked for the release of {statementDate:yyyy-MM-dd}; another person has to give it. Nothing was done.");
        }

        await _acts.DoAsync(
            """
            update cycle_releases set released_by = $2, released_at = now()
            where statement_date = $1 and released_at is null and lower(asked_by) <> lower($2)
            """,
            [statementDate, who], $"The release of {statementDate:yyyy-MM-dd} was not asked for, or it is released already. Nothing was done.",
            new Deed(who, "release.give", Subject(statementDate), reason), cancellationToken);
        return await _waiting.HandOverAsync(statementDate, $"The cycle of {statementDate:yyyy-MM-dd} is released");
    }

    /// <summary>Holds one statement back, with its messages.</summary>
    /// <exception cref="RefusedException">There is no such statement, it is held, or its cycle went out.</exception>
    public async Task HoldAsync(DateOnly statementDate, string accountId, string who, string reason, CancellationToken cancellationToken)
    {
        await KnownAsync(statementDate, cancellationToken);
        await _acts.DoAsync(
            """
            insert into held_statements (statement_date, account_id, held_by, held_at, reason)
            select s.statement_date, s.account_id, $3, now(), $4 from statements s
            where s.statement_date = $1 and s.account_id = $2
              and not exists (select from cycle_releases c where c.statement_date = $1 and c.released_at is not null)
            on conflict do nothing
            """,
            [statementDate, accountId, who, GivenReason.Kept(reason)],
            $"Account {accountId} has no statement of {statementDate:yyyy-MM-dd} that could be held: none was issued, it is held, or the cycle is released.",
            new Deed(who, "statement.hold", $"{Subject(statementDate)}, account {accountId}", reason), cancellationToken);
    }

    /// <summary>
    /// Holds a statement no longer; when its cycle is released, its messages follow. One that is held since its cycle was released without
    /// it is let go by another person than the one who brought it.
    /// </summary>
    /// <returns>How many messages were handed over.</returns>
    /// <exception cref="RefusedException">It was not held, or another person has to let it go.</exception>
    /// <exception cref="UnfinishedException">It is held no longer, but the messages could not be handed over.</exception>
    public async Task<int> LiftAsync(DateOnly statementDate, string accountId, string who, string reason, CancellationToken cancellationToken)
    {
        await _acts.DoAsync(
            $"""
            delete from held_statements h where h.statement_date = $1 and h.account_id = $2
              and not (lower(h.held_by) = lower($3) and {ReleaseRules.IsRequired}
                       and exists (select from cycle_releases c where c.statement_date = $1 and c.released_at <= h.held_at))
            """,
            [statementDate, accountId, who],
            $"The statement of {statementDate:yyyy-MM-dd} of account {accountId} is not held, or you ran its account after the release: then another person lets it go.",
            new Deed(who, "statement.lift", $"{Subject(statementDate)}, account {accountId}", reason), cancellationToken);
        return await _waiting.HandOverAsync(statementDate, $"The statement of {statementDate:yyyy-MM-dd} of account {accountId} is held no longer");
    }

    private static string Subject(DateOnly statementDate) => $"cycle {statementDate:yyyy-MM-dd}";

    private async Task<CycleRelease> KnownAsync(DateOnly statementDate, CancellationToken cancellationToken) =>
        await _reader.OneAsync(statementDate, cancellationToken)
        ?? throw new RefusedException($"There is no cycle of {statementDate:yyyy-MM-dd}: it has no statements, or its night is not complete.");
}
