using Cycle.Jobs.Audit;
using Cycle.Jobs.Tests.Chaos;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;
using Xunit.Abstractions;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>What gets through the intake of odd files is whole: the nights after it close every account and draw every statement.</summary>
[Collection(ChaosCollection.Name)]
public sealed class NightFuzzTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const int CasesOfAPortfolio = 600;
    private const int AccountsOfAPortfolio = 40;

    private static readonly string[] Nights = ["2026-08-17", "2026-08-18", "2026-09-04", "2026-09-18"];

    [Fact]
    public async Task Nights_CloseEveryAccount_WhateverWasTakenOfOddFiles()
    {
        var portfolios = Math.Max(1, FuzzSettings.Cases / CasesOfAPortfolio);
        var (statements, postings) = (0L, 0L);
        for (var number = 1; number <= portfolios; number++)
        {
            await using var bench = await NightBench.CreateAsync(postgres);
            Write(bench, FuzzSettings.Dice(number));
            foreach (var night in Nights)
            {
                (await bench.RunAsync(night)).SetAside.ShouldBe(0, $"portfolio {number} of seed {FuzzSettings.Seed}, {night}: "
                    + string.Join('\n', await bench.QueryAsync("select account_id, error from set_aside_accounts")));
            }

            statements += await CountAsync(bench, "rendered_statements");
            postings += await CountAsync(bench, "postings");
            (await CountAsync(bench, "rendered_statements")).ShouldBe(await CountAsync(bench, "statements"));
            (await new Verification(bench.Db, bench.Output).RunAsync(default)).Findings.ShouldBeEmpty();
        }

        FuzzSettings.Tell(output, "nights", $"{portfolios} portfolios of odd files, {postings} postings taken of them, {statements} statements made.");
        (statements > 0 && postings > 0).ShouldBeTrue();
    }

    private static void Write(NightBench bench, Dice dice)
    {
        var ids = Enumerable.Range(1, AccountsOfAPortfolio).ToList();
        Write(bench, "accounts.csv", Rows.AccountHeader, ids.Select(id => Rows.Account($"A{id}", statementDay: dice.Of(18, 18, 17, 4))), dice);
        Write(bench, "cards.csv", Rows.CardHeader, ids.Select(id => Rows.Card($"C{id}", $"A{id}", activated: dice.Of("2024-04-10", "2025-08-18"))), dice);
        Write(bench, "fx-2026-08-16.csv", "network,currency,rate", ["visa,USD,36.10", "mastercard,USD,36.20", "mastercard,JPY,0.2312"], dice);
        foreach (var night in Nights)
        {
            Write(bench, $"postings-{night}.csv", Rows.PostingHeader, ids.SelectMany(id => Postings(id, night, dice)), dice);
        }
    }

    private static IEnumerable<string> Postings(int id, string night, Dice dice)
    {
        var (card, name) = ($"C{id}", $"{night}-{id}");
        yield return Rows.Purchase($"P{name}", card, night, $"{1 + dice.Below(20_000)}.{dice.Below(90) + 10}", months: dice.Of("", "", "6"));
        yield return Rows.Cash($"K{name}", card, night, $"{100 * (1 + dice.Below(50))}.00");
        yield return Rows.Payment($"Y{name}", card, night, $"{1 + dice.Below(9_000)}.00");
        yield return Rows.Refund($"R{name}", card, night, "10.00", dice.Of("", $"P{name}"));
        yield return Rows.Reversal($"V{name}", card, night, "100.00", $"K{name}");
    }

    private static void Write(NightBench bench, string name, string header, IEnumerable<string> rows, Dice dice) => File.WriteAllBytes(
        Path.Combine(bench.Inbox, name),
        MutatedCsv.Of(header.Split(','), [.. rows.Select(row => row.Split(','))], chance => chance.OneIn(3), dice).Content);

    private static async Task<long> CountAsync(NightBench bench, string table) =>
        long.Parse((await bench.QueryAsync($"select count(*) from {table}")).Single(), System.Globalization.CultureInfo.InvariantCulture);
}
