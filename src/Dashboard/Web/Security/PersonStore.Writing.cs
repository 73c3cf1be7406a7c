using Microsoft.AspNetCore.Identity;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Dashboard.Web.Security;

/// <content>Somebody is written whole once; after that only what was changed, and only over what was read.</content>
internal sealed partial class PersonStore
{
    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            insert into people (name, normalized_name, password_hash, security_stamp) values ($1, $2, $3, $4)
            on conflict (normalized_name) do nothing returning person_id
            """,
            connection);
        Add(command, user.Name, user.NormalizedName, user.PasswordHash, user.SecurityStamp);
        if (await command.ExecuteScalarAsync(cancellationToken) is not long personId)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(user.Name));
        }

        user.PersonId = personId;
        await WriteRolesAsync(connection, user, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        user.Stored = StoredPerson.Of(user);
        return IdentityResult.Success;
    }

    /// <summary>
    /// Writes what was changed since the person was read, unless somebody changed password, roles or lock meanwhile. A lock can be put on or
    /// made longer whatever became of it; what takes it off must have seen it.
    /// </summary>
    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        var stored = user.Stored ?? throw new InvalidOperationException("Only a person who was read can be written.");
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            update people set password_hash = $3, security_stamp = $4,
                failed_count = case when $5 = $6 then failed_count else $6 end,
                locked_until = case when $7 is not distinct from $8 then locked_until else $8 end
            where person_id = $1 and security_stamp = $2
              and ($7 is not distinct from $8 or $7 is not distinct from locked_until or $8 > locked_until)
            """,
            connection);
        Add(command, user.PersonId, stored.SecurityStamp, user.PasswordHash, user.SecurityStamp, stored.FailedCount, user.FailedCount);
        command.Parameters.Add(Instant(stored.LockedUntil));
        command.Parameters.Add(Instant(user.LockedUntil));
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return IdentityResult.Failed(ChangedMeanwhile(user));
        }

        if (!user.Roles.SetEquals(stored.Roles))
        {
            await WriteRolesAsync(connection, user, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        user.Stored = StoredPerson.Of(user);
        return IdentityResult.Success;
    }

    /// <summary>Identity's code for it, in words that say what to do.</summary>
    private static IdentityError ChangedMeanwhile(Person person) => new()
    {
        Code = nameof(IdentityErrorDescriber.ConcurrencyFailure),
        Description = $"Somebody else changed {person.Name} meanwhile. Look at the person again, then repeat what you did.",
    };

    private static async Task WriteRolesAsync(NpgsqlConnection connection, Person person, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with gone as (delete from person_roles where person_id = $1 and role <> all($2))
            insert into person_roles (person_id, role) select $1, unnest($2::text[]) on conflict do nothing
            """,
            connection);
        Add(command, person.PersonId, person.Roles.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter Instant(DateTimeOffset? instant) =>
        new() { Value = (object?)instant?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
