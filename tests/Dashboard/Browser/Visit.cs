using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>One person's browser: a session of its own, whose console is watched.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _url;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page, string url) => (_context, Page, _url) = (context, page, url);

    public IPage Page { get; }

    public static async Task<Visit> BeginAsync(IBrowser browser, string url, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB" });
        context.SetDefaultTimeout(60_000);
        var visit = new Visit(context, await context.NewPageAsync(), url);
        visit.Page.Console += (_, message) => visit.Note(message.Type is "error" or "warning", $"{visit.Page.Url}: {message.Text}");
        visit.Page.PageError += (_, fault) => visit.Note(true, $"{visit.Page.Url}: {fault}");
        return visit;
    }

    public async Task SignInAsync(string name, string password)
    {
        await OpenAsync("/sign-in");
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    /// <summary>The session, for other visits of the same person.</summary>
    public Task<string> SessionAsync() => _context.StorageStateAsync();

    public Task<IResponse?> OpenAsync(string path) => Page.GotoAsync(_url + path);

    /// <summary>Does what a button does: opens it, says why, confirms.</summary>
    public async Task ActAsync(string button, string confirm, string reason, ILocator? within = null)
    {
        var act = (within ?? Page.Locator("main")).Locator("details.act", new() { Has = Page.GetByText(button, new() { Exact = true }) }).First;
        await act.Locator("summary").ClickAsync();
        await act.GetByLabel("Reason").FillAsync(reason);
        await act.GetByRole(AriaRole.Button, new() { Name = confirm }).ClickAsync();
    }

    public async Task<string> SaidAsync() => await Page.Locator("p.said[role=status]").First.InnerTextAsync();

    /// <summary>Ends the session and fails when the console complained of anything.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _complaints.ShouldBeEmpty();
    }

    /// <summary>The status that the test itself asks for, such as a refusal, of which the console may complain.</summary>
    public int? Asked { get; set; }

    private void Note(bool matters, string text)
    {
        if (matters && !(Asked is { } status && text.Contains($"status of {status}", StringComparison.Ordinal)))
        {
            _complaints.Add(text);
        }
    }
}
