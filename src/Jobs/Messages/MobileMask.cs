namespace Cycle.Jobs.Messages;

/// <summary>A mobile number as lists and logs may show it.</summary>
public static class MobileMask
{
    private const int Shown = 4;

    /// <summary>All but the last four characters as x: "xxxxxx0001".</summary>
    /// <param name="mobile">The number.</param>
    public static string Of(string mobile)
    {
        ArgumentNullException.ThrowIfNull(mobile);
        return mobile.Length <= Shown ? new('x', mobile.Length) : new string('x', mobile.Length - Shown) + mobile[^Shown..];
    }
}
