using Cycle.Dashboard.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Checks passwords as ever; while it does, something else happens.</summary>
internal sealed class BusyHasher(IOptions<PasswordHasherOptions> options, Action meanwhile) : PasswordHasher<Person>(options)
{
    public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        meanwhile();
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
