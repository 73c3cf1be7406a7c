namespace Cycle.Rendering.Messages;

/// <summary>The names that templates may use in double braces.</summary>
internal static class TemplateValues
{
    internal const string LastFour = "lastFour";
    internal const string DueDate = "dueDate";
    internal const string NewBalance = "newBalance";
    internal const string Minimum = "minimum";
    internal const string Amount = "amount";
    internal const string Merchant = "merchant";
    internal const string Time = "time";
    internal const string RemainingCredit = "remainingCredit";
}
