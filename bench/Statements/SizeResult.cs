namespace Cycle.Bench.Statements;

/// <summary>One size of statement. Rates and ratios are medians of the rounds; "per core" is by CPU time, so that other work of the machine does not count.</summary>
internal sealed record SizeResult(
    string Name,
    int Pages,
    int Strings,
    int PdfBytes,
    double PerSecondAndCore,
    double BarePerSecondAndCore,
    double ShareOfBareLoop,
    double PerSecondOneThread,
    double PerSecondTwoThreads,
    double ScalingToTwoThreads,
    double ScalingToTwoThreadsByCpuTime,
    int PeakResidentMegabytes);
