namespace Cycle.Dashboard.Web;

/// <summary>Pages of the scheduler's own, where it has some, so that ours lead there.</summary>
/// <param name="Name">What the scheduler is called.</param>
/// <param name="Home">Its first page.</param>
/// <param name="OfRun">The page of a run's job.</param>
internal sealed record SchedulerPages(string Name, string Home, Func<long, string> OfRun);
