using Microsoft.AspNetCore.Authorization;

namespace Cycle.Dashboard.Web.Security;

/// <summary>What there is to be allowed, and which roles are.</summary>
internal static class May
{
    /// <summary>See nights, files, messages and workers.</summary>
    public const string SeeNights = nameof(SeeNights);

    /// <summary>Start, stop and resume nights, and send messages again.</summary>
    public const string RunNights = nameof(RunNights);

    /// <summary>See cycles, statements and books.</summary>
    public const string SeeCycles = nameof(SeeCycles);

    /// <summary>Ask for, give and withhold release.</summary>
    public const string Release = nameof(Release);

    /// <summary>Replay and verify.</summary>
    public const string Audit = nameof(Audit);

    /// <summary>Read the trail.</summary>
    public const string SeeTrail = nameof(SeeTrail);

    /// <summary>Keep people and settings.</summary>
    public const string KeepPeople = nameof(KeepPeople);

    /// <summary>Declares them; what no policy covers needs a signed-in person at least.</summary>
    public static void Declare(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        Allow(SeeNights, Role.Operations, Role.Finance, Role.Auditor);
        Allow(RunNights, Role.Operations);
        Allow(SeeCycles, Role.Finance, Role.Auditor);
        Allow(Release, Role.Finance);
        Allow(Audit, Role.Auditor);
        Allow(SeeTrail, Role.Auditor, Role.Administrator);
        Allow(KeepPeople, Role.Administrator);

        void Allow(string policy, params string[] roles) => options.AddPolicy(policy, may => may.RequireRole(roles));
    }
}
