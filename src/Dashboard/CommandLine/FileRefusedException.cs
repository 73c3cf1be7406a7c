namespace Cycle.Dashboard.CommandLine;

/// <summary>A file of this installation that cannot be worked with: every problem of it, a line each.</summary>
/// <param name="path">The file.</param>
/// <param name="problems">At least one: place, what was found, what was expected.</param>
internal sealed class FileRefusedException(string path, IEnumerable<object> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"{path}: {problem}")));
