using System.Globalization;
using System.Text;
using System.Text.Json;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Messages;
using Cycle.Jobs.Replay;
using Cycle.Jobs.Schedule;
using Cycle.Jobs.Tests.Chaos;
using Cycle.Jobs.Tests.Intake;
using Cycle.Ledger;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Xunit.Abstractions;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>Every JSON file that is read, wrong in thousands of ways.</summary>
[Collection(ChaosCollection.Name)]
public sealed class JsonFuzzTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const int CheckedOneIn = 10;

    [Fact]
    public async Task ControlFiles_LetNothingIn_UnlessTheyStateWhatTheFileHolds()
    {
        await using var bench = await CreateAsync(postgres);
        var store = await FuzzStore.KeepAsync(bench.Db);
        var csv = Encoding.UTF8.GetBytes($"{PostingHeader}\n{Row("P1")}\n{Row("P2", amount: "20.50")}\n");
        var valid = Encoding.UTF8.GetBytes(ControlText.Of(csv, PostingHeader.Split(','), "amount"));
        var (agreed, stated) = (0, JsonDocument.Parse(valid));
        await EachAsync("control", valid, async (control, number) =>
        {
            var name = $"postings-2026-08-01-{number}.csv";
            var path = bench.WriteBytes(name, csv);
            var controlPath = bench.WriteBytes(name + IncomingName.ControlSuffix, control);
            switch (await bench.TakeAsync(path))
            {
                case FileTaken { Taken: 2, Rejected: 0 }:
                    States(control, stated).ShouldBeTrue("it does not state what the file holds");
                    agreed++;
                    await store.ResetAsync(await store.ChangedAsync());
                    break;
                case FileRefused refused:
                    refused.Reason.ShouldStartWith(name);
                    CardNumberMask.Mask(refused.Reason).ShouldBe(refused.Reason);
                    break;
                case var other:
                    throw new ShouldAssertException($"{other}");
            }

            if (number % CheckedOneIn == 0)
            {
                (await store.ChangedAsync()).ShouldBeSubsetOf([FuzzStore.Refusals]);
                await store.ResetAsync([FuzzStore.Refusals]);
            }

            File.Delete(path);
            File.Delete(controlPath);
        });

        FuzzSettings.Tell(output, "control", $"{FuzzSettings.Cases} mutated files, {agreed} of them still stated what the posting file held.");
        agreed.ShouldBeLessThan(FuzzSettings.Cases / 2);
    }

    [Fact]
    public async Task Tariffs_AreRefusedWithEveryProblem_OrKeepTheLegalCeilings()
    {
        var valid = File.ReadAllBytes(Path.Combine(Checkout.Tariffs, "gsb-2026.json"));
        var accepted = 0;
        await EachAsync("tariff", valid, (json, _) =>
        {
            try
            {
                CheckCeilings(TariffReader.Read(json));
                accepted++;
            }
            catch (TariffException refused)
            {
                refused.Problems.ShouldNotBeEmpty();
                refused.Problems.ShouldAllBe(problem => problem.Path.Length > 0 && problem.Expected.Length > 0 && problem.Remedy.Length > 0);
            }

            return Task.CompletedTask;
        });

        FuzzSettings.Tell(output, "tariff", $"{FuzzSettings.Cases} mutated files, {accepted} of them still a tariff.");
        accepted.ShouldBeInRange(1, FuzzSettings.Cases / 2);
    }

    [Fact]
    public async Task Cases_AreRefusedWithWords_OrSayWhatToReplay()
    {
        var folder = Directory.CreateTempSubdirectory("cycle-fuzz-").FullName;
        var path = Path.Combine(folder, "case.json");
        var accepted = 0;
        await EachAsync("case", """{"title": "A case", "source": "rules.md", "from": "2026-08-18", "to": "2026-09-18", "tariff": "gsb-2026"}"""u8.ToArray(), (json, _) =>
        {
            File.WriteAllBytes(path, json);
            try
            {
                var read = FixtureCase.Load(folder, Checkout.Tariffs);
                read.To.ShouldBeGreaterThanOrEqualTo(read.From);
                File.Exists(read.TariffFile).ShouldBeTrue();
                accepted++;
            }
            catch (FixtureException refused)
            {
                refused.Message.ShouldContain(path);
            }

            return Task.CompletedTask;
        });

        Directory.Delete(folder, recursive: true);
        FuzzSettings.Tell(output, "case", $"{FuzzSettings.Cases} mutated files, {accepted} of them still a case.");
        accepted.ShouldBeInRange(1, FuzzSettings.Cases / 2);
    }

    [Fact]
    public async Task Schedules_AreRefusedWithEveryProblem_OrSayWhenToRun()
    {
        var accepted = 0;
        await EachAsync("schedule", File.ReadAllBytes(Path.Combine(Checkout.Root, "settings", "schedule.json")), (json, _) =>
        {
            try
            {
                ScheduleReader.Read(json).Jobs.ShouldNotBeEmpty();
                accepted++;
            }
            catch (ScheduleException refused)
            {
                refused.Problems.ShouldNotBeEmpty();
                refused.Problems.ShouldAllBe(problem => problem.Path.Length > 0 && problem.Expected.Length > 0 && problem.Remedy.Length > 0);
            }

            return Task.CompletedTask;
        });

        FuzzSettings.Tell(output, "schedule", $"{FuzzSettings.Cases} mutated files, {accepted} of them still a schedule.");
        accepted.ShouldBeInRange(1, FuzzSettings.Cases / 2);
    }

    [Fact]
    public async Task MessageSettings_AreRefusedWithWords_OrSayWhereMessagesGo()
    {
        const string Valid =
            """
            {"gateway": "kannel", "kannel": {"sendUrl": "http://127.0.0.1:13013/cgi-bin/sendsms", "from": "CYCLE", "reportUrl": "http://127.0.0.1:5080/dlr",
              "messagesPerSecond": 10, "timeoutSeconds": 15, "attempts": 8, "quietHours": {"from": "21:00", "to": "08:00"}, "countryCode": "+66"}}
            """;
        var folder = Directory.CreateTempSubdirectory("cycle-fuzz-").FullName;
        var path = Path.Combine(folder, "messages.json");
        var accepted = 0;
        await EachAsync("messages", Encoding.UTF8.GetBytes(Valid), (json, _) =>
        {
            File.WriteAllBytes(path, json);
            try
            {
                MessageSettingsFile.Read(path).ShouldNotBeNull();
                accepted++;
            }
            catch (SettingsException refused)
            {
                refused.Message.ShouldContain(path);
            }

            return Task.CompletedTask;
        });

        Directory.Delete(folder, recursive: true);
        FuzzSettings.Tell(output, "messages", $"{FuzzSettings.Cases} mutated files, {accepted} of them still settings.");
        accepted.ShouldBeInRange(1, FuzzSettings.Cases / 2);
    }

    private static async Task EachAsync(string format, byte[] valid, Func<byte[], int, Task> attempt)
    {
        for (var number = 1; number <= FuzzSettings.Cases; number++)
        {
            var mutated = JsonMutations.Of(valid, FuzzSettings.Dice(number));
            try
            {
                await attempt(mutated, number);
            }
            catch (Exception problem)
            {
                throw FuzzSettings.Failure(format, number, mutated, problem);
            }
        }
    }

    /// <summary>Whether a control file says the same in its own words: 120.5 is 120.50, and hex has two cases.</summary>
    private static bool States(byte[] control, JsonDocument expected)
    {
        using var found = JsonDocument.Parse(control);
        var (said, right) = (found.RootElement, expected.RootElement);
        return said.GetProperty("records").GetInt64() == right.GetProperty("records").GetInt64()
            && Amount(said) == Amount(right)
            && string.Equals(said.GetProperty("sha256").GetString(), right.GetProperty("sha256").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    private static decimal Amount(JsonElement control) => decimal.Parse(control.GetProperty("amountTotal").GetString()!, CultureInfo.InvariantCulture);

    private static void CheckCeilings(Tariff tariff)
    {
        foreach (var (term, ceiling) in new[]
        {
            (tariff.InterestUnsecured, 1_600), (tariff.InterestSecured, 1_600), (tariff.FxRisk, 250), (tariff.TaxPaymentFee, 200),
        })
        {
            term.Values.ShouldAllBe(value => value.Value.BasisPoints >= 0 && value.Value.BasisPoints <= ceiling);
            term.Values.Select(value => value.From).ShouldBeInOrder();
        }

        tariff.ServiceFees.Values.SelectMany(fee => fee.Values).ShouldAllBe(fee => fee.Value >= Money.Zero);
        tariff.Products.ShouldNotBeEmpty();
    }
}
