using System.CommandLine;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Microsoft.AspNetCore.Identity;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle user</c>: who may sign in. The password is read from the terminal or from standard input, never from the command's words.</summary>
internal static class UserCommand
{
    public static Command Make() => new("user", "Keeps the people who may sign in to the pages.") { Add(), Password(), List() };

    private static Command Add()
    {
        var name = Name();
        var roles = new Option<string[]>("--role")
        {
            Description = $"What the person may do, given once or more: {string.Join(", ", Role.All)}.",
            Required = true,
        };
        roles.AcceptOnlyFromAmong([.. Role.All]);
        var database = Options.Database();
        var command = new Command("add", "Adds a person; asks for the password.") { name, roles, database };
        command.SetAction((parsed, cancellationToken) => OnPeopleAsync(parsed.GetValue(database), makesDatabase: true, async (people, nightly) =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(name)))
            {
                throw new UsageException("NAME: found nothing, expected the name to sign in with.");
            }

            var person = new Person { Name = parsed.GetValue(name)!, Roles = [.. parsed.GetValue(roles)!] };
            Check(await people.CreateAsync(person, PasswordPrompt.Read(person.Name)));
            await TrailAsync(nightly, "person.add", person.Name, string.Join(", ", person.Roles), cancellationToken);
            Console.WriteLine($"{person.Name} may sign in as {string.Join(", ", person.Roles)}.");
        }, cancellationToken));
        return command;
    }

    private static Command Password()
    {
        var name = Name();
        var database = Options.Database();
        var command = new Command("password", "Sets a person's password, and unlocks the person.") { name, database };
        command.SetAction((parsed, cancellationToken) => OnPeopleAsync(parsed.GetValue(database), makesDatabase: false, async (people, nightly) =>
        {
            var person = await people.FindByNameAsync(parsed.GetValue(name)!)
                ?? throw new UsageException($"NAME: found '{parsed.GetValue(name)}', expected one of `cycle user list`.");
            var password = PasswordPrompt.Read(person.Name);
            foreach (var validator in people.PasswordValidators)
            {
                Check(await validator.ValidateAsync(people, person, password));
            }

            Check(await people.RemovePasswordAsync(person));
            Check(await people.AddPasswordAsync(person, password));
            Check(await people.SetLockoutEndDateAsync(person, null));
            await TrailAsync(nightly, "person.password", person.Name, "", cancellationToken);
            Console.WriteLine($"The password of {person.Name} is set; sessions begun before it end.");
        }, cancellationToken));
        return command;
    }

    private static Command List()
    {
        var database = Options.Database();
        var command = new Command("list", "Lists who may sign in, and as what.") { database };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken);
            using var store = new PersonStore(nightly.Database);
            var everybody = await store.AllAsync(cancellationToken);
            if (everybody.Count == 0)
            {
                Console.WriteLine("Nobody may sign in yet. Begin with `cycle user add NAME --role R`.");
            }

            foreach (var person in everybody)
            {
                Console.WriteLine($"{person.Name,-24} {string.Join(", ", person.Roles)}{(person.LockedUntil > DateTimeOffset.UtcNow ? "  (locked)" : "")}");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The name to sign in with; the trail shows it." };

    private static Task<int> OnPeopleAsync(
        string? database, bool makesDatabase, Func<UserManager<Person>, Nightly, Task> work, CancellationToken cancellationToken) => Guarded.RunAsync(async () =>
    {
        await using var nightly = makesDatabase
            ? await Nightly.OpenAsync(null, null, Jobs.Replay.FixtureCase.DefaultTariff, workers: 1, database, cancellationToken)
            : await Nightly.LookAsync(database, cancellationToken);
        var services = new ServiceCollection().AddSingleton(nightly.Database).AddLogging();
        services.AddPeople();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<UserManager<Person>>(), nightly);
        return ExitCode.Done;
    });

    private static Task TrailAsync(Nightly nightly, string action, string subject, string reason, CancellationToken cancellationToken) =>
        Trail.AddAsync(nightly.Database, Signature.Here, action, subject, reason, cancellationToken);

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new UsageException(string.Join('\n', result.Errors.Select(error => error.Description)));
        }
    }
}
