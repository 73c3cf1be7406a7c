using System.Net;
using Cycle.Dashboard.Web.Security;
using Cycle.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Somebody signs in while somebody else does the same, or is locked.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AtOnceTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Name_IsLocked_WhenWrongPasswordsComeAtOnce()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await bench.AddAsync("anan", "Operations");
        using var client = PageClient.Of(bench);
        var form = await PageClient.FormAsync(client, "/sign-in");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAsync("/sign-in", form("anan", "not the password"))));

        (await PageClient.SignInAsync(client, "anan", WebBench.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await bench.ScalarAsync<bool>("select locked_until > now() from people where name = 'anan'")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(WebBench.Password)]
    [InlineData("not the password")]
    public async Task Lock_Holds_WhenItIsPutOnWhileAPasswordIsChecked(string password)
    {
        var store = "";
        await using var bench = await WebBench.StartAsync(
            postgres, connectionString => Task.FromResult(store = connectionString),
            more: services => services.AddScoped<IPasswordHasher<Person>>(host => new BusyHasher(
                host.GetRequiredService<IOptions<PasswordHasherOptions>>(), () => Lock(store))));
        await bench.AddAsync("anan", "Operations");
        using var client = PageClient.Of(bench);

        (await PageClient.SignInAsync(client, "anan", password)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await bench.ScalarAsync<bool>("select locked_until = 'infinity' and security_stamp = 'another' from people where name = 'anan'")).ShouldBeTrue();
        (await bench.ScalarAsync<string>("select string_agg(action, ' ') from trail where person = 'anan'")).ShouldBe("sign-in.locked");
    }

    [Fact]
    public async Task Administrator_IsToldInWords_WhenSomebodyElseChangedThePersonMeanwhile()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        var anan = await bench.AddAsync("anan", "Operations");
        await bench.AddAsync("root1", "Administrator");
        using var client = await PageClient.SignInAsync(bench, "root1");
        var token = await PageClient.TokenAsync(client, "/people");

        // Nobody's copy fits the row any more.
        await bench.ExecuteAsync(
            """
            create function skip() returns trigger language plpgsql as 'begin return null; end';
            create trigger changed before update on people for each row execute function skip();
            """);

        foreach (var act in (string[])["Roles", "Lock", "Unlock"])
        {
            await client.PostAsync($"/people?handler={act}", new FormUrlEncodedContent(
                [new("person", $"{anan.PersonId}"), new("reason", "left the bank"), new("__RequestVerificationToken", token)]));
            (await client.GetStringAsync("/people")).ShouldContain("Nothing was done. Somebody else changed anan meanwhile.", Case.Sensitive, act);
        }

        (await bench.ScalarAsync<long>("select count(*) from trail where action like 'person.%'")).ShouldBe(0);
    }

    private static void Lock(string store)
    {
        using var database = NpgsqlDataSource.Create(store);
        using var command = database.CreateCommand("update people set locked_until = 'infinity', security_stamp = 'another' where name = 'anan'");
        command.ExecuteNonQuery();
    }
}
