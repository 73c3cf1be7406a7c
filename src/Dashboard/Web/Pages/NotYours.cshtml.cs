using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cycle.Dashboard.Web.Pages;

/// <summary>Where somebody is sent whose roles do not reach a page: the status says so, its page explains.</summary>
[AllowAnonymous]
internal sealed class NotYoursModel : PageModel
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status403Forbidden);
}
