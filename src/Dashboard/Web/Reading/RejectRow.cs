namespace Cycle.Dashboard.Web.Reading;

/// <summary>A row of a file that was rejected.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="PostingId">Its posting id.</param>
/// <param name="Reason">The reason's code.</param>
/// <param name="Detail">What was found and what was expected.</param>
internal sealed record RejectRow(long Line, string PostingId, string Reason, string Detail);
