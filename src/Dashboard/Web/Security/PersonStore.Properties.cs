namespace Cycle.Dashboard.Web.Security;

/// <content>The properties that Identity reads and sets one by one; it then asks for an update.</content>
internal sealed partial class PersonStore
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult($"{user.PersonId}");

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => Done(user.Name = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) =>
        Done(user.NormalizedName = normalizedName ?? "");

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken) => Done(user.PasswordHash = passwordHash ?? "");

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken) => Done(user.SecurityStamp = stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Person user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Done(user.LockedUntil = lockoutEnd);

    public Task ResetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Done(user.FailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.FailedCount);

    public Task<bool> GetLockoutEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AddToRoleAsync(Person user, string roleName, CancellationToken cancellationToken) => Done(user.Roles.Add(Known(roleName)));

    public Task RemoveFromRoleAsync(Person user, string roleName, CancellationToken cancellationToken) => Done(user.Roles.Remove(Known(roleName)));

    public Task<IList<string>> GetRolesAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<IList<string>>([.. user.Roles]);

    public Task<bool> IsInRoleAsync(Person user, string roleName, CancellationToken cancellationToken) => Task.FromResult(user.Roles.Contains(Known(roleName)));

    /// <summary>Identity normalizes role names to capitals; ours are written as they are.</summary>
    private static string Known(string name) => Role.All.Single(role => role.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Task Done<T>(T _) => Task.CompletedTask;
}
