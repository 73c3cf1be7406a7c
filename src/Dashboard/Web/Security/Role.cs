namespace Cycle.Dashboard.Web.Security;

/// <summary>What a person may be. Roles add up; none includes another.</summary>
internal static class Role
{
    /// <summary>Watches and runs nights.</summary>
    public const string Operations = "Operations";

    /// <summary>Reviews and releases what goes out.</summary>
    public const string Finance = "Finance";

    /// <summary>Replays, verifies, reads the trail.</summary>
    public const string Auditor = "Auditor";

    /// <summary>Keeps people and settings.</summary>
    public const string Administrator = "Administrator";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Operations, Finance, Auditor, Administrator];
}
