using Microsoft.AspNetCore.Identity;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Dashboard.Web.Security;

/// <summary>People in the database, as ASP.NET Core Identity asks for them.</summary>
/// <param name="database">The store.</param>
internal sealed partial class PersonStore(NpgsqlDataSource database)
    : IUserPasswordStore<Person>, IUserSecurityStampStore<Person>, IUserLockoutStore<Person>, IUserRoleStore<Person>
{
    private const string Columns = "p.person_id, p.name, p.normalized_name, p.password_hash, p.security_stamp, p.failed_count, p.locked_until, " +
        "array(select r.role from person_roles r where r.person_id = p.person_id order by r.role)";

    /// <summary>Everybody, by name. Staff of one bank's department: a list that fits a page.</summary>
    public async Task<IReadOnlyList<Person>> AllAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from people p order by p.normalized_name limit 1000");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var people = new List<Person>();
        while (await rows.ReadAsync(cancellationToken))
        {
            people.Add(Read(rows));
        }

        return people;
    }

    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            insert into people (name, normalized_name, password_hash, security_stamp) values ($1, $2, $3, $4)
            on conflict (normalized_name) do nothing returning person_id
            """);
        Add(command, user.Name, user.NormalizedName, user.PasswordHash, user.SecurityStamp);
        if (await command.ExecuteScalarAsync(cancellationToken) is not long personId)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(user.Name));
        }

        user.PersonId = personId;
        await WriteRolesAsync(user, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update people set password_hash = $2, security_stamp = $3, failed_count = $4, locked_until = $5 where person_id = $1");
        Add(command, user.PersonId, user.PasswordHash, user.SecurityStamp, user.FailedCount);
        command.Parameters.Add(new() { Value = (object?)user.LockedUntil?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await WriteRolesAsync(user, cancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>People stay: the trail speaks of them. They can be locked.</summary>
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are locked, not deleted: the trail speaks of them.");

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, out var personId) ? FindAsync("p.person_id = $1", personId, cancellationToken) : Task.FromResult<Person?>(null);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync("p.normalized_name = $1", normalizedUserName, cancellationToken);

    public async Task<IList<Person>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(person => person.Roles.Contains(roleName))];

    public void Dispose()
    {
        // The data source is the host's.
    }

    private async Task<Person?> FindAsync(string condition, object value, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from people p where {condition}");
        Add(command, value);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? Read(row) : null;
    }

    private async Task WriteRolesAsync(Person person, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with gone as (delete from person_roles where person_id = $1 and role <> all($2))
            insert into person_roles (person_id, role) select $1, unnest($2::text[]) on conflict do nothing
            """);
        Add(command, person.PersonId, person.Roles.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static Person Read(NpgsqlDataReader row) => new()
    {
        PersonId = row.GetInt64(0),
        Name = row.GetString(1),
        NormalizedName = row.GetString(2),
        PasswordHash = row.GetString(3),
        SecurityStamp = row.GetString(4),
        FailedCount = row.GetInt32(5),
        LockedUntil = row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
        Roles = [.. row.GetFieldValue<string[]>(7)],
    };

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
    }
}
