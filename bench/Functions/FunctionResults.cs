using Cycle.Bench.Machine;
using Cycle.Bench.Nights;

namespace Cycle.Bench.Functions;

/// <summary>One function.</summary>
/// <param name="Name">What one operation is.</param>
/// <param name="Nanoseconds">Median of an operation.</param>
/// <param name="Deviation">Standard deviation, nanoseconds.</param>
/// <param name="AllocatedBytes">Managed memory an operation allocates.</param>
internal sealed record FunctionResult(string Name, double Nanoseconds, double Deviation, long AllocatedBytes);

/// <summary>What <c>bench functions</c> found.</summary>
internal sealed record FunctionResults(string Measured, MachineFacts Machine, Versions Versions, IReadOnlyList<FunctionResult> Functions)
{
    public static FunctionResults? Read(string file) => ResultFile.Read<FunctionResults>(file);

    public void Write(string file) => ResultFile.Write(file, this);
}
