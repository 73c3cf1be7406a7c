namespace Cycle.Bench.Portfolio;

/// <summary>A payment, refund or reversal that a later file will bring.</summary>
/// <param name="File">Date of the file.</param>
/// <param name="Row">Its row.</param>
/// <param name="Satang">About what it takes off the balance.</param>
internal sealed record ComingCredit(DateOnly File, PostingRow Row, long Satang);
