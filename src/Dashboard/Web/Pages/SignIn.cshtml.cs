using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages;

/// <summary>Sign-in by name and password.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.AttemptLimit)]
internal sealed class SignInModel(SignInManager<Person> sessions, NpgsqlDataSource database) : PageModel
{
    /// <summary>A hash that no password has, so that an unknown name takes as long as a known one.</summary>
    private static string? _nobodysHash;

    /// <summary>What was typed, shown again.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Why not; the same words whether the name or the password was wrong.</summary>
    public string? Refusal { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? back, CancellationToken cancellationToken)
    {
        Name = name ?? "";
        if (await sessions.UserManager.FindByNameAsync(Name) is not { } person)
        {
            WasteTime(password ?? "");
            return Refuse();
        }

        var result = await sessions.CheckPasswordSignInAsync(person, password ?? "", lockoutOnFailure: true);

        // A password takes a while to check, and of guesses sent at once all begin before one is counted: what became of the name meanwhile holds.
        var now = result.Succeeded ? await sessions.UserManager.FindByIdAsync($"{person.PersonId}") : null;
        if (result.IsLockedOut || (now is not null && await sessions.UserManager.IsLockedOutAsync(now)))
        {
            await Trail.AddAsync(database, person.Name, "sign-in.locked", person.Name, "", cancellationToken);
            return Refuse();
        }

        if (now is null || now.SecurityStamp != person.SecurityStamp)
        {
            return Refuse();
        }

        await sessions.SignInAsync(now, isPersistent: false);
        await Trail.AddAsync(database, person.Name, "sign-in", person.Name, "", cancellationToken);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : Home(now));
    }

    private PageResult Refuse()
    {
        Refusal = "Name or password is wrong, or the name is locked for 15 minutes after five wrong passwords.";
        return Page();
    }

    private void WasteTime(string password)
    {
        var nobody = new Person();
        _nobodysHash ??= sessions.UserManager.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
        sessions.UserManager.PasswordHasher.VerifyHashedPassword(nobody, _nobodysHash, password);
    }

    /// <summary>Where a person's work begins.</summary>
    private static string Home(Person person) =>
        person.Roles.Overlaps([Role.Operations, Role.Finance, Role.Auditor]) ? "/" : "/people";
}
