using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cycle.Dashboard.Web.Pages;

/// <summary>What a person is told when there is no page to show.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ProblemModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        (Heading, Advice) = code switch
        {
            StatusCodes.Status400BadRequest => ("This form was too old", "Nothing was done. Open the page again and repeat what you did."),
            StatusCodes.Status403Forbidden => ("This is not yours to see", "Your roles do not reach this page. An administrator can give you another role."),
            StatusCodes.Status429TooManyRequests => ("Too many attempts", "Wait a minute, then try again."),
            _ => ("There is no such page", "Check the address, or begin at the first page."),
        };
    }
}
