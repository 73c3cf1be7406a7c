using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cycle.Dashboard.Web.Pages;

/// <summary>Language and light, kept in the browser; also before anybody signed in.</summary>
[AllowAnonymous]
internal sealed class PreferencesModel : PageModel
{
    /// <summary>The cookie that keeps light or dark.</summary>
    public const string ThemeCookie = "cycle-theme";

    private CookieOptions Kept => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        Secure = Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Path = "/",
    };

    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? theme, string? back)
    {
        if (language is "th" or "en")
        {
            Response.Cookies.Append(Words.Cookie, language, Kept);
        }

        if (theme is "light" or "dark")
        {
            Response.Cookies.Append(ThemeCookie, theme, Kept);
        }
        else if (theme == "auto")
        {
            Response.Cookies.Delete(ThemeCookie);
        }

        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
