using System.Text;
using Cycle.Dashboard.CommandLine;
using Microsoft.AspNetCore.Authentication;

namespace Cycle.Dashboard.Web.Api;

/// <summary>Which tokens are taken: from CYCLE_API_KEY (32 characters or more) and CYCLE_API_ISSUER of the environment.</summary>
internal sealed class BearerOptions : AuthenticationSchemeOptions
{
    private const int ShortestKey = 32;

    /// <summary>The key tokens are signed with; null takes none.</summary>
    public byte[]? Key { get; set; }

    /// <summary>Who makes tokens.</summary>
    public string Issuer { get; set; } = "cycle";

    /// <summary>For whom they are made.</summary>
    public string Audience { get; set; } = "cycle-api";

    /// <summary>Reads the environment.</summary>
    /// <exception cref="UsageException">The key is too short to be one.</exception>
    public void FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("CYCLE_API_ISSUER") is { Length: > 0 } issuer)
        {
            Issuer = issuer;
        }

        if (Environment.GetEnvironmentVariable("CYCLE_API_KEY") is { Length: > 0 } key)
        {
            Key = key.Length >= ShortestKey
                ? Encoding.UTF8.GetBytes(key)
                : throw new UsageException($"CYCLE_API_KEY: found {key.Length} characters, expected {ShortestKey} or more. Give a longer one, or none: then no token is taken.");
        }
    }
}
