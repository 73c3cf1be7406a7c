using System.Text;

namespace Cycle.Dashboard.Tests.Scale;

/// <summary>Reads the plans that a server writes into its log.</summary>
/// <param name="file">The log.</param>
internal sealed class QueryLog(string file)
{
    /// <summary>Asks a session's queries to be written down with what they touched; needs a connection of the server's owner.</summary>
    public const string SessionOptions =
        "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on " +
        "-c auto_explain.log_buffers=on -c auto_explain.log_timing=off -c auto_explain.log_format=json";

    private long _read = Length(file);

    /// <summary>The queries since the last call.</summary>
    public IReadOnlyList<PlannedQuery> Take()
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = _read;
        _read = stream.Length;
        var queries = new List<PlannedQuery>();
        StringBuilder? plan = null;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            // Lines after the first of an entry begin with a tab.
            if (plan is not null && line.StartsWith('\t'))
            {
                plan.AppendLine(line);
                continue;
            }

            Add(queries, plan);
            plan = line.Contains(" ms  plan:", StringComparison.Ordinal) ? new() : null;
        }

        Add(queries, plan);
        return queries;
    }

    private static void Add(List<PlannedQuery> queries, StringBuilder? plan)
    {
        if (plan is not null)
        {
            queries.Add(PlannedQuery.Read(plan.ToString()));
        }
    }

    private static long Length(string file) => new FileInfo(file).Length;
}
