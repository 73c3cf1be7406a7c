namespace Cycle.Dashboard.Hangfire;

/// <summary>
/// What differs below Hangfire's path, and there alone: its pages style themselves in place, and what its script asks every two seconds is no
/// sign of a person, so that a page left open ends its session like every other.
/// </summary>
/// <param name="path">Hangfire's path.</param>
internal sealed class HangfireHeaders(string path) : IStartupFilter
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Path.StartsWithSegments(path, out var page))
            {
                context.Response.OnStarting(() => Task.FromResult(context.Response.Headers.ContentSecurityPolicy = Policy));
                if (page == "/stats")
                {
                    context.Request.Headers[Web.Security.SignInServices.BackgroundHeader] = "1";
                }
            }

            return rest(context);
        });
        next(app);
    };
}
