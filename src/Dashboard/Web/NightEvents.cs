using System.Text.Json;
using Cycle.Dashboard.Web.Reading;
using Microsoft.AspNetCore.Authentication;

namespace Cycle.Dashboard.Web;

/// <summary>Tonight's progress as server-sent events: one whenever a figure changed, looked for every half second.</summary>
internal static class NightEvents
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>The browser asks again after this long, so that a session that was ended meanwhile ends here too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task StreamAsync(
        HttpContext context, NightWatch watch, Words words, TimeProvider clock, IHostApplicationLifetime host)
    {
        var session = await context.AuthenticateAsync();
        var now = clock.GetUtcNow();
        var end = session.Properties?.ExpiresUtc is { } expires && expires < now + Longest ? expires : now + Longest;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await WriteAsync(context.Response, watch, words, () => clock.GetUtcNow() < end, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the host ends.
        }
    }

    private static async Task WriteAsync(
        HttpResponse response, NightWatch watch, Words words, Func<bool> goesOn, CancellationToken cancellationToken)
    {
        var before = "";
        await response.WriteAsync("retry: 1000\n\n", cancellationToken);
        while (goesOn())
        {
            var night = await watch.SeeAsync(cancellationToken);
            var data = night is null ? "" : JsonSerializer.Serialize(LiveNight.Of(night, words), JsonSerializerOptions.Web);
            if (data != before)
            {
                await response.WriteAsync($"data: {data}\n\n", cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                before = data;
            }

            await Task.Delay(Between, cancellationToken);
        }
    }
}
