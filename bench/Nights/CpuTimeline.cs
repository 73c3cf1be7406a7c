namespace Cycle.Bench.Nights;

/// <summary>CPU time of program and server as it was seen over time, so that it can be told by stage.</summary>
internal sealed class CpuTimeline
{
    private readonly List<(DateTime At, double Program, double Server)> _seen = [];

    public void Add(DateTime at, double program, double server) => _seen.Add((at, program, server));

    /// <summary>CPU seconds used between two moments, each read off the straight line between the looks around it.</summary>
    public (double Program, double Server) Between(DateTime from, DateTime to)
    {
        var (before, after) = (At(from), At(to));
        return (after.Program - before.Program, after.Server - before.Server);
    }

    private (double Program, double Server) At(DateTime moment)
    {
        if (_seen.Count == 0)
        {
            return (0, 0);
        }

        var next = _seen.FindIndex(seen => seen.At >= moment);
        if (next <= 0)
        {
            var edge = next == 0 ? _seen[0] : _seen[^1];
            return (edge.Program, edge.Server);
        }

        var (left, right) = (_seen[next - 1], _seen[next]);
        var share = (moment - left.At) / (right.At - left.At);
        return (left.Program + (share * (right.Program - left.Program)), left.Server + (share * (right.Server - left.Server)));
    }
}
