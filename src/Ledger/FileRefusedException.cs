namespace Cycle.Ledger;

/// <summary>A file that a person keeps and that cannot be worked with: its name and every problem of it, a line each.</summary>
/// <param name="path">The file.</param>
/// <param name="problems">At least one.</param>
public sealed class FileRefusedException(string path, IReadOnlyList<FileProblem> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"{path}: {problem}")));
