namespace Cycle.Dashboard.Web.Security;

/// <summary>Somebody who may sign in.</summary>
internal sealed class Person
{
    /// <summary>The number the database gave; 0 before that.</summary>
    public long PersonId { get; set; }

    /// <summary>The name to sign in with, which the trail shows.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name as it is compared.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>The password's salted hash.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with password and roles; sessions begun before it end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Wrong passwords since the last right one.</summary>
    public int FailedCount { get; set; }

    /// <summary>Until when no password is taken.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>What the person may do.</summary>
    public HashSet<string> Roles { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What the database had when this was read or last written; null before that.</summary>
    public StoredPerson? Stored { get; set; }
}
