using Cycle.Jobs.Intake;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>A kind of CSV file that is taken in, as the fuzzing of it needs to know it.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="FileName">The name of the nth file; no two are the same.</param>
/// <param name="Columns">Its header.</param>
/// <param name="Valid">Rows that are taken, most of them.</param>
/// <param name="RowsChanged">Of so many rows one is changed; 1 changes three in four.</param>
/// <param name="TakeAsync">Takes a file in.</param>
/// <param name="KeptAsync">How many of the file's rows the database has now, given the file's name and rows.</param>
/// <param name="Reasons">The reasons to reject a row of it.</param>
internal sealed record CsvFormat(
    string Name,
    Func<int, string> FileName,
    string[] Columns,
    Func<Dice, IReadOnlyList<string[]>> Valid,
    int RowsChanged,
    Func<string, Task<IntakeOutcome>> TakeAsync,
    Func<string, IReadOnlyList<(long Line, string[] Cells)>, Task<long>> KeptAsync,
    params string[] Reasons)
{
    /// <summary>Whether a control file may state what the file holds, and the column it adds up.</summary>
    public string? ControlledColumn { get; init; }
}
