namespace Cycle.Jobs.Messages;

/// <summary>Something that happened to a message.</summary>
/// <param name="At">When.</param>
/// <param name="Event">ACCEPTED, PUT_OFF, GIVEN_UP, IN_DOUBT, RESENT, AT_SMS_CENTRE, DELIVERED or UNDELIVERED.</param>
/// <param name="Detail">In words.</param>
/// <param name="By">Which process, person or gateway.</param>
public sealed record MessageEvent(DateTimeOffset At, string Event, string Detail, string By);
