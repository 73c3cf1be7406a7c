using System.CommandLine;
using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Scheduling;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>A command that is suggested works on the database of the one that suggests it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SuggestedCommandsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private CycleBench _bench = null!;
    private string _name = "";

    [Theory]
    [InlineData("See `cycle status`.", "See `cycle status --database cycle_demo`.")]
    [InlineData("`cycle run NIGHT --date D`, then `cycle send`", "`cycle run NIGHT --date D --database cycle_demo`, then `cycle send --database cycle_demo`")]
    [InlineData("Start `./cycle serve --scheduler quartz`.", "Start `./cycle serve --scheduler quartz --database cycle_demo`.")]
    [InlineData("See `cycle --help`, or `cycle VERB --help`.", "See `cycle --help`, or `cycle VERB --help`.")]
    [InlineData("`cycle ingest a.csv` and `cycle status --database x`", "`cycle ingest a.csv` and `cycle status --database x`")]
    [InlineData("cycle status, the text `status`, a lone ` sign", "cycle status, the text `status`, a lone ` sign")]
    public void Words_NameTheDatabase_WhereACommandTakesIt(string words, string expected) =>
        new SuggestedCommands("cycle_demo").In(words).ShouldBe(expected);

    [Fact]
    public void Words_StayAsTheyAre_WhenNoDatabaseWasNamed() => new SuggestedCommands(null).In("See `cycle status`.").ShouldBe("See `cycle status`.");

    [Fact]
    public void Name_IsOneWordForTheShell_WhateverIsInIt() =>
        new SuggestedCommands("Ann's cards").In("`cycle status`").ShouldBe(@"`cycle status --database 'Ann'\''s cards'`");

    [Fact]
    public void Verbs_TakeADatabase_WhereverTheyAreSuggested()
    {
        var taking = CycleCommand.Verbs(new QuartzScheduler()).Subcommands
            .Where(verb => verb.Subcommands.Append(verb).Any(one => one.Options.Any(option => option.Name == Options.DatabaseName)))
            .Select(verb => verb.Name);

        SuggestedCommands.Verbs.ShouldBeSubsetOf(taking);
    }

    [Fact]
    public async Task Command_SuggestsOthersForItsOwnDatabase_WhenOneWasNamed()
    {
        (await _bench.RunAsync("user", "list", "--database", _name)).ShouldEnd(0).Output.ShouldContain(
            $"`cycle user add NAME --role R --database {_name}`");
        (await _bench.RunAsync("rerun", "A1", "--reason", "x", "--database", _name)).ShouldSayOnly(
            3, $"Account A1 was not set aside, or was run since: there is nothing to run. See `cycle status --database {_name}`.");
    }

    public async Task InitializeAsync()
    {
        _bench = await CycleBench.CreateAsync(postgres);
        _name = new NpgsqlConnectionStringBuilder(_bench.Database).Database!;
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();
}
