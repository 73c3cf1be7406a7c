namespace Cycle.Jobs.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Entries">Journal entries recomputed.</param>
/// <param name="Files">PDF files compared with their hashes.</param>
/// <param name="Notes">What holds in another way than by its bytes, and why: for a person to know, not to act on.</param>
/// <param name="Findings">What is not as it was written, each naming the row or file; empty when all holds.</param>
public sealed record VerificationResult(long Entries, long Files, IReadOnlyList<string> Notes, IReadOnlyList<string> Findings);
