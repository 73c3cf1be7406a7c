using Microsoft.AspNetCore.Identity;

namespace Cycle.Dashboard.Web.Security;

/// <summary>A password that holds the person's name is the first one that is tried.</summary>
internal sealed class NameFreePassword : IPasswordValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(
        password is not null && password.Contains(user.Name, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordHasName", Description = "Passwords must not hold the name." })
            : IdentityResult.Success);
}
