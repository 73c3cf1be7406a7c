using Cycle.Ledger;
using Cycle.Rendering;

namespace Cycle.Jobs.Runs;

/// <summary>Names the build of the code that decides what a night leaves behind.</summary>
internal static class ProgramBuild
{
    /// <summary>
    /// The same in every process started from the same build, and no other: two builds may compute or draw differently, so they never
    /// share a run.
    /// </summary>
    public static string Id { get; } = string.Join(
        '-', new[] { typeof(Money), typeof(StatementRenderer), typeof(ProgramBuild) }.Select(type => $"{type.Module.ModuleVersionId:N}"[..12]));
}
