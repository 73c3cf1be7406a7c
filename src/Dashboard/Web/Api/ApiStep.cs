namespace Cycle.Dashboard.Web.Api;

/// <summary>A step of a run.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">planned, running, completed or failed.</param>
/// <param name="Units">What there is to do.</param>
/// <param name="Done">What is done of it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
internal sealed record ApiStep(short Number, string Name, string State, long Units, long Done, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt);
