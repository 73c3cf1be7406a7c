using Cycle.Dashboard.CommandLine;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cycle.Dashboard.Web.Pages;

/// <summary>Words instead of a stack trace; the whole of the fault goes to the log, with long runs of digits masked.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class FaultModel(TimeProvider clock) : PageModel
{
    public string At => Show.Time(clock.GetUtcNow());

    public void OnGet() => Keep();

    public void OnPost() => Keep();

    private void Keep()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } fault and not OperationCanceledException)
        {
            FaultLog.Write(fault);
        }
    }
}
