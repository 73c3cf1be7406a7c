using Cycle.Dashboard.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cycle.Dashboard.Web.Pages;

/// <summary>Ends the session.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(SignInManager<Person> sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
