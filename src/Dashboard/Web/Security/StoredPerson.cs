using System.Collections.Frozen;

namespace Cycle.Dashboard.Web.Security;

/// <summary>What the database had of a person when it was read or last written: what is written next must not undo what others wrote since.</summary>
/// <param name="SecurityStamp">The stamp.</param>
/// <param name="FailedCount">Wrong passwords.</param>
/// <param name="LockedUntil">The lock.</param>
/// <param name="Roles">The roles.</param>
internal sealed record StoredPerson(string SecurityStamp, int FailedCount, DateTimeOffset? LockedUntil, FrozenSet<string> Roles)
{
    /// <summary>A person as it is in the database now.</summary>
    public static StoredPerson Of(Person person) =>
        new(person.SecurityStamp, person.FailedCount, person.LockedUntil, person.Roles.ToFrozenSet(StringComparer.Ordinal));
}
