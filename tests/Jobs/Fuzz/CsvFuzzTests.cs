using Cycle.Jobs.Intake;
using Cycle.Jobs.Tests.Chaos;
using Cycle.Jobs.Tests.Intake;
using Cycle.Tests.Shared;
using Xunit.Abstractions;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>Every CSV file that comes in, wrong in thousands of ways.</summary>
[Collection(ChaosCollection.Name)]
public sealed class CsvFuzzTests(PostgresFixture postgres, ITestOutputHelper output)
{
    [Fact]
    public Task Postings_AreTakenOrRejectedOrRefusedWhole_WhateverIsWrong() => FuzzAsync(CsvFormats.Postings);

    [Fact]
    public Task Accounts_AreTakenOrRejectedOrRefusedWhole_WhateverIsWrong() => FuzzAsync(CsvFormats.Accounts);

    [Fact]
    public Task Cards_AreTakenOrRejectedOrRefusedWhole_WhateverIsWrong() => FuzzAsync(CsvFormats.Cards);

    [Fact]
    public Task FxTables_AreTakenOrRejectedOrRefusedWhole_WhateverIsWrong() => FuzzAsync(CsvFormats.Fx);

    [Fact]
    public Task Holidays_AreTakenOrRejectedOrRefusedWhole_WhateverIsWrong() => FuzzAsync(CsvFormats.Holidays);

    [Fact]
    public Task Openings_AreTakenOrRejectedOrRefusedWhole_WhateverIsWrong() => FuzzAsync(CsvFormats.Openings);

    private async Task FuzzAsync(Func<IntakeBench, CsvFormat> format)
    {
        await using var bench = await IntakeBench.CreateAsync(postgres);
        (await bench.TakeMasterAsync("fx-2026-07-30.csv", "network,currency,rate", "visa,USD,36.10", "mastercard,EUR,40.25")).ShouldBeOfType<FileTaken>();
        await CsvFormats.OpenAccountsAsync(bench);
        await new CsvFuzz(bench, await FuzzStore.KeepAsync(bench.Db), format(bench)).RunAsync(output);
    }
}
