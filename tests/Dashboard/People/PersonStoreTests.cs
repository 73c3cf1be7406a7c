using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Dashboard.Web.Security;
using Cycle.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cycle.Dashboard.Tests.People;

/// <summary>Two at the row of one person: what an administrator did stands, and every wrong password counts.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PersonStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private CycleBench _bench = null!;
    private ServiceProvider _services = null!;
    private UserManager<Person> _people = null!;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Lock_Stands_WhenWrongPasswordsWereBeingChecked(int wrong)
    {
        var (attempt, locked) = (await FindAsync(), await FindAsync());
        locked.LockedUntil = DateTimeOffset.MaxValue;
        (await _people.UpdateSecurityStampAsync(locked)).Succeeded.ShouldBeTrue();

        for (var i = 0; i < wrong; i++)
        {
            (await _people.AccessFailedAsync(attempt)).Succeeded.ShouldBeTrue();
        }

        var person = await FindAsync();
        person.LockedUntil.ShouldBe(DateTimeOffset.MaxValue);
        person.SecurityStamp.ShouldBe(locked.SecurityStamp);
        (await _people.IsLockedOutAsync(attempt)).ShouldBeTrue("the attempt is told of the lock");
    }

    [Fact]
    public async Task Lock_Stands_WhenARightPasswordWasBeingChecked()
    {
        await _people.AccessFailedAsync(await FindAsync());
        var (attempt, locked) = (await FindAsync(), await FindAsync());
        (await _people.SetLockoutEndDateAsync(locked, DateTimeOffset.MaxValue)).Succeeded.ShouldBeTrue();

        (await _people.ResetAccessFailedCountAsync(attempt)).Succeeded.ShouldBeTrue();

        var person = await FindAsync();
        person.LockedUntil.ShouldBe(DateTimeOffset.MaxValue);
        person.FailedCount.ShouldBe(0);
    }

    [Fact]
    public async Task Lock_IsPutOn_WhenWrongPasswordsLockTheNameMeanwhile()
    {
        var locked = await FindAsync();
        await FailAtOnceAsync(5);
        locked.LockedUntil = DateTimeOffset.MaxValue;

        (await _people.UpdateSecurityStampAsync(locked)).Succeeded.ShouldBeTrue();

        (await FindAsync()).LockedUntil.ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task Roles_StayAsTheyWereSet_WhenAWrongPasswordWasBeingChecked()
    {
        var (attempt, changed) = (await FindAsync(), await FindAsync());
        changed.Roles.Remove(Role.Auditor);
        (await _people.UpdateSecurityStampAsync(changed)).Succeeded.ShouldBeTrue();

        await _people.AccessFailedAsync(attempt);

        (await FindAsync()).Roles.ShouldBe([Role.Finance]);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(20, true)]
    public async Task Name_IsLocked_AfterFiveWrongPasswordsAtOnce(int wrong, bool isLocked)
    {
        await FailAtOnceAsync(wrong);

        (await _people.IsLockedOutAsync(await FindAsync())).ShouldBe(isLocked);
    }

    [Fact]
    public async Task Change_IsRefused_WhenSomebodyElseChangedThePersonMeanwhile()
    {
        var (first, second) = (await FindAsync(), await FindAsync());
        first.Roles.Add(Role.Operations);
        (await _people.UpdateSecurityStampAsync(first)).Succeeded.ShouldBeTrue();
        second.Roles.Clear();
        second.LockedUntil = DateTimeOffset.MaxValue;

        var error = (await _people.UpdateSecurityStampAsync(second)).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe(nameof(IdentityErrorDescriber.ConcurrencyFailure));
        error.Description.ShouldBe("Somebody else changed anan meanwhile. Look at the person again, then repeat what you did.");
        var person = await FindAsync();
        person.Roles.ShouldBe([Role.Auditor, Role.Finance, Role.Operations], ignoreOrder: true);
        person.LockedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Unlock_IsRefused_WhenTheLockBecameAnotherMeanwhile()
    {
        await FailAtOnceAsync(5);
        var (unlocked, locked) = (await FindAsync(), await FindAsync());
        (await _people.SetLockoutEndDateAsync(locked, DateTimeOffset.MaxValue)).Succeeded.ShouldBeTrue();

        (await _people.SetLockoutEndDateAsync(unlocked, null)).Succeeded.ShouldBeFalse();

        (await FindAsync()).LockedUntil.ShouldBe(DateTimeOffset.MaxValue);
    }

    public async Task InitializeAsync()
    {
        _bench = await CycleBench.CreateAsync(postgres);
        var services = new ServiceCollection().AddSingleton(_bench.Db).AddLogging();
        services.AddPeople();
        _services = services.BuildServiceProvider();
        _people = _services.CreateScope().ServiceProvider.GetRequiredService<UserManager<Person>>();
        (await _people.CreateAsync(new() { Name = "anan", Roles = [Role.Finance, Role.Auditor] }, "a calm river runs")).Succeeded.ShouldBeTrue();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _bench.DisposeAsync();
    }

    private async Task<Person> FindAsync() => (await _people.FindByNameAsync("anan"))!;

    /// <summary>Every attempt has read the person before one of them is counted.</summary>
    private async Task FailAtOnceAsync(int wrong)
    {
        var attempts = new List<Person>();
        for (var i = 0; i < wrong; i++)
        {
            attempts.Add(await FindAsync());
        }

        await Task.WhenAll(attempts.Select(_people.AccessFailedAsync));
    }
}
