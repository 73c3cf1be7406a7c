using Cycle.Bench.Machine;

namespace Cycle.Bench.Statements;

/// <summary>What <c>bench statements</c> found: the file that the README's figures come from.</summary>
internal sealed record StatementResults(
    string Measured,
    MachineFacts Machine,
    double LoadBefore,
    string DrawnWith,
    int Rounds,
    double SecondsARound,
    IReadOnlyList<SizeResult> Sizes,
    BrowserResult? Browser,
    SoakResult? Soak)
{
    public static StatementResults? Read(string file) => ResultFile.Read<StatementResults>(file);

    public void Write(string file) => ResultFile.Write(file, this);
}
