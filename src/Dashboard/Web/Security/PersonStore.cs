using Microsoft.AspNetCore.Identity;
using Npgsql;

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

    private static Person Read(NpgsqlDataReader row)
    {
        var person = new Person
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
        person.Stored = StoredPerson.Of(person);
        return person;
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
    }
}
