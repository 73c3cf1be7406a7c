namespace Cycle.Jobs.Messages;

/// <summary>What can happen to a message.</summary>
internal static class MessageEvents
{
    public const string Accepted = "ACCEPTED";
    public const string PutOff = "PUT_OFF";
    public const string GivenUp = "GIVEN_UP";
    public const string InDoubt = "IN_DOUBT";
    public const string Resent = "RESENT";
    public const string AtCentre = "AT_SMS_CENTRE";
    public const string Delivered = "DELIVERED";
    public const string Undelivered = "UNDELIVERED";
}
