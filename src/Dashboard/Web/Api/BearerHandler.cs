using System.Security.Claims;
using System.Text.Encodings.Web;
using Cycle.Dashboard.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cycle.Dashboard.Web.Api;

/// <summary>Programs show a signed token (JWT, HS256) instead of a session; without a key in the settings no token is taken.</summary>
internal sealed class BearerHandler(IOptionsMonitor<BearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<BearerOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Bearer";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (Options.Key is not { } key || !header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(header[Prefix.Length..], new TokenValidationParameters
        {
            ValidIssuer = Options.Issuer,
            ValidAudience = Options.Audience,
            IssuerSigningKey = new SymmetricSecurityKey(key),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = "sub",
            RoleClaimType = "role",
        });
        if (!result.IsValid || result.ClaimsIdentity.Name is null)
        {
            return AuthenticateResult.Fail("The token is not valid here.");
        }

        // A token gives no more than reading: roles that only keep people or run nights mean nothing to a program.
        var roles = result.ClaimsIdentity.FindAll("role").Select(claim => claim.Value).Intersect([Role.Operations, Role.Finance, Role.Auditor]);
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.Name, result.ClaimsIdentity.Name), .. roles.Select(role => new Claim(ClaimTypes.Role, role))], Scheme.Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
