using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cycle.Dashboard.Web.Security;

/// <summary>
/// Identity's keeper of people, except that it writes nothing of a person when a password was wrong but the count and the lock: the copy
/// that an attempt read is old by then, and what an administrator did meanwhile stands.
/// </summary>
internal sealed class PersonManager(
    IUserStore<Person> store, IOptions<IdentityOptions> options, IPasswordHasher<Person> hasher, IEnumerable<IUserValidator<Person>> people,
    IEnumerable<IPasswordValidator<Person>> passwords, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services,
    ILogger<UserManager<Person>> logger)
    : UserManager<Person>(store, options, hasher, people, passwords, normalizer, errors, services, logger)
{
    public override async Task<IdentityResult> AccessFailedAsync(Person user)
    {
        var people = (PersonStore)Store;
        if (await people.IncrementAccessFailedCountAsync(user, CancellationToken) >= Options.Lockout.MaxFailedAccessAttempts)
        {
            await people.LockAsync(user, DateTimeOffset.UtcNow + Options.Lockout.DefaultLockoutTimeSpan, CancellationToken);
        }

        return IdentityResult.Success;
    }
}
