namespace Cycle.Dashboard.Web.Api;

/// <summary>Whether nights go as they should.</summary>
/// <param name="LastComplete">The last business date that is complete.</param>
/// <param name="Open">The business date that is open, if any.</param>
/// <param name="OpenState">Its state.</param>
/// <param name="MessagesWaiting">Messages that wait to be handed over; 100,000 stands for that many or more.</param>
internal sealed record ApiHealth(DateOnly? LastComplete, DateOnly? Open, string? OpenState, long MessagesWaiting);
