namespace Cycle.Jobs.Schedule;

/// <summary>One thing about the nights that a person should know. It holds dates and run numbers, never a holder's data.</summary>
/// <param name="Verdict">How bad it is.</param>
/// <param name="What">What is so, in words.</param>
/// <param name="Remedy">What to do, in words; empty when nothing is to be done.</param>
public sealed record Finding(Verdict Verdict, string What, string Remedy)
{
    /// <summary>Both as one line.</summary>
    public override string ToString() => Remedy.Length == 0 ? What : $"{What} {Remedy}";
}
