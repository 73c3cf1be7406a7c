using System.Threading.RateLimiting;
using Cycle.Dashboard.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Cycle.Dashboard.Web.Security;

/// <summary>Sign-in: people, passwords, sessions and their end.</summary>
internal static class SignInServices
{
    /// <summary>A session without a request for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>The rate limit of sign-in attempts.</summary>
    public const string AttemptLimit = "sign-in";

    private const string SessionOrToken = "SessionOrToken";
    private const int AttemptsAMinute = 20;
    private const int WrongPasswords = 5;
    private const int PasswordLength = 12;

    /// <summary>People and passwords alone, which the command line needs too.</summary>
    public static IdentityBuilder AddPeople(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        return services.AddIdentityCore<Person>(options =>
            {
                // Length carries a password; rules on its letters only make people write it down.
                options.Password.RequiredLength = PasswordLength;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = WrongPasswords;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
            })
            .AddUserStore<PersonStore>()
            .AddUserManager<PersonManager>()
            .AddPasswordValidator<NameFreePassword>()
            .AddClaimsPrincipalFactory<PersonClaims>();
    }

    /// <summary>Sessions of the pages.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="keys">Folder of the keys that sign cookies; readable by this user alone.</param>
    /// <param name="isSecure">Whether every address is https.</param>
    public static void AddSessions(this IServiceCollection services, string keys, bool isSecure)
    {
        services.AddPeople().AddSignInManager();
        services.AddDataProtection().SetApplicationName("Cycle").PersistKeysToFileSystem(Folder(keys));
        services.AddAuthentication(SessionOrToken)
            .AddPolicyScheme(SessionOrToken, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Path.StartsWithSegments("/api") && context.Request.Headers.ContainsKey("Authorization")
                    ? BearerHandler.SchemeName
                    : IdentityConstants.ApplicationScheme)
            .AddScheme<BearerOptions, BearerHandler>(BearerHandler.SchemeName, options => options.FromEnvironment())
            .AddCookie(IdentityConstants.ApplicationScheme, options => Session(options, isSecure));
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization(May.Declare);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = isSecure ? "__Host-cycle-form" : "cycle-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(AttemptLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    $"{context.Connection.RemoteIpAddress}",
                    _ => new() { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static void Session(CookieAuthenticationOptions options, bool isSecure)
    {
        options.Cookie.Name = isSecure ? "__Host-cycle" : "cycle";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-yours";
        options.ReturnUrlParameter = "back";
        options.Events.OnValidatePrincipal = async context =>
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            context.ShouldRenew &= !IsUnattended(context.Request);
        };

        // By default a cookie is only renewed in the second half of its life: somebody who paused for eight minutes would be signed off.
        // What a page asks by itself is no sign of a person.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = !IsUnattended(context.Request);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context => RefuseOr(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RefuseOr(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>Sent with what a page asks without its reader's doing.</summary>
    public const string BackgroundHeader = "X-Background";

    private static bool IsUnattended(HttpRequest request) =>
        request.Headers.ContainsKey(BackgroundHeader) || request.Headers.Accept == "text/event-stream";

    /// <summary>A program is told by status, a person is sent to a page.</summary>
    private static Task RefuseOr(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api") || IsUnattended(request))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static DirectoryInfo Folder(string path) =>
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
