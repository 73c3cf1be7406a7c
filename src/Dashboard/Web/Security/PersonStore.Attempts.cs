namespace Cycle.Dashboard.Web.Security;

/// <content>Wrong passwords are counted by the database itself: of attempts made at once each counts, whatever its copy of the person says.</content>
internal sealed partial class PersonStore
{
    /// <summary>Counts a wrong password.</summary>
    /// <returns>How many there were since the last right one.</returns>
    public async Task<int> IncrementAccessFailedCountAsync(Person user, CancellationToken cancellationToken)
    {
        await CountAsync("failed_count = failed_count + 1", user, null, cancellationToken);
        return user.FailedCount;
    }

    /// <summary>Locks a person and begins to count anew. A lock that lasts longer stays.</summary>
    public Task LockAsync(Person user, DateTimeOffset until, CancellationToken cancellationToken) =>
        CountAsync("failed_count = 0, locked_until = greatest(locked_until, $2)", user, until, cancellationToken);

    private async Task CountAsync(string change, Person user, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update people set {change} where person_id = $1 returning failed_count, locked_until");
        Add(command, user.PersonId);
        if (until is not null)
        {
            command.Parameters.Add(Instant(until));
        }

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (await row.ReadAsync(cancellationToken))
        {
            user.FailedCount = row.GetInt32(0);
            user.LockedUntil = row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1);
            user.Stored = user.Stored is { } stored ? stored with { FailedCount = user.FailedCount, LockedUntil = user.LockedUntil } : null;
        }
    }
}
