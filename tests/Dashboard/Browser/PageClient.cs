using System.Net;
using System.Text.RegularExpressions;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Pages asked for without a browser, in a session that is kept by cookies; redirects are shown, not followed.</summary>
internal static partial class PageClient
{
    /// <summary>A session that nobody has signed in to.</summary>
    public static HttpClient Of(WebBench bench) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(bench.Url), Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>A session of a person.</summary>
    public static async Task<HttpClient> SignInAsync(WebBench bench, string name)
    {
        var client = Of(bench);
        (await SignInAsync(client, name, WebBench.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    /// <summary>What the page of sign-in answers to a name and password.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string password) =>
        await client.PostAsync("/sign-in", (await FormAsync(client, "/sign-in"))(name, password));

    /// <summary>Fills in the form of sign-in, with the token of a page.</summary>
    public static async Task<Func<string, string, FormUrlEncodedContent>> FormAsync(HttpClient client, string path)
    {
        var token = await TokenAsync(client, path);
        return (name, password) => new([new("name", name), new("password", password), new("__RequestVerificationToken", token)]);
    }

    /// <summary>The anti-forgery token of a page's forms.</summary>
    public static async Task<string> TokenAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(Token().Match(await client.GetStringAsync(path)).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
