using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Runs;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.People;

/// <summary>Who may sign in, and as what.</summary>
internal sealed class IndexModel(UserManager<Person> people, NpgsqlDataSource database, TimeProvider clock, Words words) : CyclePage
{
    public IReadOnlyList<Person> People { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        using var store = new PersonStore(database);
        People = await store.AllAsync(cancellationToken);
    }

    [Needs(May.KeepPeople)]
    public Task<IActionResult> OnPostRolesAsync(long person, string[] roles, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var why = Reason(reason);
        var found = await FindAsync(person);
        if (found.Name == Who && !roles.Contains(Role.Administrator))
        {
            throw new RefusedException(words["Nothing was done: you cannot take the role Administrator from yourself."]);
        }

        found.Roles.Clear();
        found.Roles.UnionWith(Role.All.Intersect(roles));
        Check(await people.UpdateSecurityStampAsync(found));
        await Trail.AddAsync(database, Who, "person.roles", $"{found.Name}: {string.Join(", ", found.Roles)}", why, cancellationToken);
        return words["{0} is now {1}.", found.Name, string.Join(", ", found.Roles.Select(role => words[role]))];
    });

    [Needs(May.KeepPeople)]
    public Task<IActionResult> OnPostLockAsync(long person, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var why = Reason(reason);
        var found = await FindAsync(person);
        if (found.Name == Who)
        {
            throw new RefusedException(words["Nothing was done: you cannot lock yourself."]);
        }

        // Lock and stamp in one write: another that comes between must not part them.
        found.LockedUntil = DateTimeOffset.MaxValue;
        Check(await people.UpdateSecurityStampAsync(found));
        await Trail.AddAsync(database, Who, "person.lock", found.Name, why, cancellationToken);
        return words["{0} may sign in no more.", found.Name];
    });

    [Needs(May.KeepPeople)]
    public Task<IActionResult> OnPostUnlockAsync(long person, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var why = Reason(reason);
        var found = await FindAsync(person);
        (found.LockedUntil, found.FailedCount) = (null, 0);
        Check(await people.UpdateAsync(found));
        await Trail.AddAsync(database, Who, "person.unlock", found.Name, why, cancellationToken);
        return words["{0} may sign in again.", found.Name];
    });

    /// <exception cref="RefusedException">It was not written.</exception>
    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new RefusedException($"Nothing was done. {string.Join(' ', result.Errors.Select(error => error.Description))}");
        }
    }

    private async Task<Person> FindAsync(long personId) =>
        await people.FindByIdAsync($"{personId}") ?? throw new RefusedException($"There is no person {personId}.");
}
