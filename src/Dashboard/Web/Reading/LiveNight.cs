namespace Cycle.Dashboard.Web.Reading;

/// <summary>
/// Tonight's figures as they are written on the page, by name: drawn once with the page and sent again as they change, so that the
/// browser only puts texts where they belong.
/// </summary>
/// <param name="Shape">When it changes, the page is drawn anew.</param>
/// <param name="Texts">What stands where.</param>
/// <param name="Bars">Progress bars, in thousandths.</param>
/// <param name="Cells">One letter a partition, or a group of them.</param>
/// <param name="Workers">Rows of the table of workers.</param>
internal sealed record LiveNight(
    string Shape, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, int> Bars, string Cells, IReadOnlyList<string[]> Workers)
{
    private const int Whole = 1000;
    private const int MaxCells = 300;

    /// <summary>A night as figures.</summary>
    public static LiveNight Of(NightSnapshot night, Words words)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["took"] = Show.Length(night.Took, words),
            ["stepsDone"] = words["{0} of {1}", night.StepsDone, night.Steps.Count],
            ["rejects"] = Show.Count(night.Rejects),
            ["refusals"] = Show.Count(night.Refusals),
            ["setAside"] = Show.Count(night.SetAside),
            ["step"] = night.Current is { } at ? words[StepTitles.Of(at.Name)] : "",
            ["done"] = night.Current is { Units: > 0 } of ? words["{0} of {1}", Show.Count(of.Done), Show.Count(of.Units)] : "",
            ["rate"] = Rate(night.Current, words),
            ["left"] = night.Current?.Left is { } left ? words["{0} left", Show.Length(left, words)] : "",
            ["partitions"] = night.Current is { Partitions: > 0 } current
                ? words["{0} of {1} partitions done, {2} at work", Show.Count(current.PartitionsDone), Show.Count(current.Partitions), current.PartitionsRunning]
                : "",
        };
        var bars = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["now"] = night.Current is { } now ? Share(now) : 0,
            ["all"] = night.Steps.Count == 0 ? 0 : night.Steps.Sum(Share) / night.Steps.Count,
        };
        foreach (var step in night.Steps)
        {
            texts[$"step{step.Number}.state"] = words[step.State];
            texts[$"step{step.Number}.done"] = step.Units == 0 ? "" : words["{0} of {1}", Show.Count(step.Done), Show.Count(step.Units)];
            texts[$"step{step.Number}.took"] = Show.Length(step.Took, words);
            texts[$"step{step.Number}.said"] = step.State == "running"
                ? string.Join(" \u00b7 ", new[] { Rate(step, words), step.Left is { } toGo ? words["{0} left", Show.Length(toGo, words)] : "" }.Where(text => text.Length > 0))
                : words.Of(step.Summary);
            bars[$"step{step.Number}"] = Share(step);
        }

        return new(
            night.Shape, texts, bars, Group(night.Cells),
            [.. night.Workers.Select(worker => new[] { Name(worker.Worker), $"{worker.Running}", Show.Count(worker.Completed), Show.Count(worker.Accounts) })]);
    }

    /// <summary>Machine and process; the start that tells apart processes of the same number is for the page of workers.</summary>
    private static string Name(string worker) => string.Join(" \u00b7 ", worker.Split('/').Take(2));

    private static string Rate(StepRow? step, Words words) => step?.Rate is { } rate ? words["{0} a second", $"{rate:N0}"] : "";

    private static int Share(StepRow step) => step.State == "completed" ? Whole : step.Units == 0 ? 0 : (int)(step.Done * Whole / step.Units);

    /// <summary>So many cells as a screen can show; a cell of several partitions is done when all are, and half while some are.</summary>
    private static string Group(string cells)
    {
        if (cells.Length <= MaxCells)
        {
            return cells;
        }

        return string.Concat(Enumerable.Range(0, MaxCells).Select(cell =>
        {
            var group = cells[(int)((long)cell * cells.Length / MaxCells)..(int)((cell + 1L) * cells.Length / MaxCells)];
            return group.Contains('f') ? 'f' : group.Contains('r') ? 'r' : !group.Contains('p') ? 'c' : group.Contains('c') ? 'h' : 'p';
        }));
    }
}
