using Cycle.Bench.Machine;
using Cycle.Rendering;

namespace Cycle.Bench.Statements;

/// <summary>Draws very many different statements in one process and looks at its memory.</summary>
internal static class Soak
{
    private const int Readings = 10;

    public static SoakResult Run(int statements, Theme theme, StatementDocument document, Action<string> say)
    {
        using var renderer = new StatementRenderer(theme);
        var resident = new List<int>();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var at = 0; at < statements; at++)
        {
            renderer.Render(Renamed(document, at));
            if ((at + 1) % (statements / Readings) == 0)
            {
                GC.Collect();
                resident.Add(Memory.NowMegabytes());
                say($"{at + 1:N0} statements, {resident[^1]} MiB");
            }
        }

        var seconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        return new(statements, resident, resident[^1] - resident[0], Math.Round(statements / seconds, 1));
    }

    /// <summary>Another holder, account and merchant each time, so that anything kept for each customer would show.</summary>
    private static StatementDocument Renamed(StatementDocument document, int at) => document with
    {
        Account = document.Account with { CustomerName = $"นายทดสอบ ที่ {at}", AddressLines = [$"{at} ซอยน้ำทิพย์ {at % 997}", .. document.Account.AddressLines.Skip(1)] },
        Cards = [.. document.Cards.Select(card => card with { Last4 = $"{(at * 7) % 10_000:D4}" })],
        Statement = document.Statement with
        {
            AccountId = $"A{at:D7}",
            StatementDate = document.Statement.StatementDate.AddDays(at % 365),
            Lines = [.. document.Statement.Lines.Select(line => line with { Description = $"{line.Description} {at}" })],
        },
    };
}
