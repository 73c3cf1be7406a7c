using System.Text.Json.Nodes;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The shipped tariff with another number of days between a due notice and the due date.</summary>
internal static class NoticeDaysTariff
{
    /// <summary>Its text.</summary>
    /// <param name="values">The number of days, each with the date it holds from.</param>
    public static string Json(params (string From, int Days)[] values)
    {
        var tariff = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Tariffs, "gsb-2026.json")))!;
        tariff["dueNoticeDays"]!["values"] = new JsonArray(
            [.. values.Select(value => new JsonObject { ["from"] = value.From, ["value"] = value.Days })]);
        return tariff.ToJsonString();
    }

    /// <summary>Runs the nights up to a date by such a tariff, without drawing statements.</summary>
    public static Task RunAsync(NightBench bench, string date, string tariff)
    {
        var settings = new NightSettings(
            Inbox.List(bench.Inbox), bench.Output, TariffText.Read(tariff), new IntakeSettings(ControlFileRequired: false), Workers: 2,
            RendersStatements: false);
        return new NightRunner(bench.Db, settings, SilentProgress.Instance).RunAsync(DateOnly.Parse(date), default);
    }
}
