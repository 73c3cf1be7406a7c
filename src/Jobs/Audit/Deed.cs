namespace Cycle.Jobs.Audit;

/// <summary>What goes into the trail of an act.</summary>
/// <param name="Who">The person.</param>
/// <param name="Action">What was done, such as "release.give".</param>
/// <param name="Subject">To what.</param>
/// <param name="Reason">Why, in the person's words.</param>
internal sealed record Deed(string Who, string Action, string Subject, string Reason);
