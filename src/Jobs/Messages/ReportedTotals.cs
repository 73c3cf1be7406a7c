namespace Cycle.Jobs.Messages;

/// <summary>What reports say of the messages that were sent since some moment.</summary>
/// <param name="Delivered">Those that arrived.</param>
/// <param name="Undelivered">Those that will not.</param>
/// <param name="Without">Those without a final report yet.</param>
public sealed record ReportedTotals(long Delivered, long Undelivered, long Without);
