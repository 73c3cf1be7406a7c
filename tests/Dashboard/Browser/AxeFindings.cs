using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>What axe finds on a page. Run within the page itself: a page of its own for every result takes longer than the rules do.</summary>
/// <param name="Passes">Rules that pass.</param>
/// <param name="Violations">Rules that are broken.</param>
internal sealed record AxeFindings(int Passes, IReadOnlyList<AxeFindings.Violation> Violations)
{
    private const string Run =
        """
        async () => {
            const result = await axe.run({ resultTypes: ['violations'] });
            const violations = result.violations.map(
                ({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.slice(0, 3).map(node => node.html) }));
            return JSON.stringify({ passes: result.passes.length, violations });
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>A rule that is broken.</summary>
    /// <param name="Id">The rule.</param>
    /// <param name="Impact">minor, moderate, serious or critical.</param>
    /// <param name="Help">What it asks for.</param>
    /// <param name="Nodes">Some of the elements that break it.</param>
    public sealed record Violation(string Id, string Impact, string Help, IReadOnlyList<string> Nodes)
    {
        /// <summary>Whether it keeps somebody from working with the page.</summary>
        public bool IsSerious => Impact is "serious" or "critical";
    }

    /// <summary>Puts axe into every page that is opened from now on.</summary>
    public static Task PrepareAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>Runs every rule on the page as it is now.</summary>
    public static async Task<AxeFindings> OfAsync(IPage page) =>
        JsonSerializer.Deserialize<AxeFindings>(await page.EvaluateAsync<string>(Run), JsonSerializerOptions.Web)!;
}
