using Cycle.Dashboard.CommandLine;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cycle.Dashboard.Web;

/// <summary>What every page has: who reads it, and a way to do something and say afterwards how it went.</summary>
internal abstract class CyclePage : PageModel
{
    /// <summary>The person's name, as the trail keeps it.</summary>
    protected string Who => User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Does something, keeps what is to be said of it, and shows the page again: a reload must not do it twice.</summary>
    /// <param name="work">Does it and says what was done.</param>
    protected async Task<IActionResult> DoAsync(Func<Task<string>> work)
    {
        try
        {
            TempData["said"] = await work();
        }
        catch (RefusedException refused)
        {
            // It may name what was typed.
            TempData["refused"] = CardNumberMask.Mask(refused.Message);
        }
        catch (UnfinishedException unfinished)
        {
            TempData["refused"] = unfinished.Message;
            FaultLog.Write(unfinished);
        }

        return LocalRedirect($"{Request.PathBase}{Request.Path}{Without("handler")}");
    }

    /// <summary>A reason as a person gave it.</summary>
    /// <exception cref="RefusedException">None was given, or more than is kept.</exception>
    protected static string Reason(string? given) => given?.Trim() switch
    {
        { Length: > GivenReason.MostCharacters } reason => throw new RefusedException(
            $"Nothing was done: the reason has {reason.Length} characters, expected at most {GivenReason.MostCharacters}."),
        { Length: > 2 } reason => reason,
        _ => throw new RefusedException("Nothing was done: a reason is needed, in a few words."),
    };

    private QueryString Without(string name) =>
        QueryString.Create(Request.Query.Where(pair => pair.Key != name));
}
