namespace Cycle.Rendering.Messages;

/// <summary>What the due notice says (rules.md section 9), already formatted by <see cref="Printed"/>.</summary>
/// <param name="LastFour">Last four digits of the primary card.</param>
/// <param name="DueDate">The nominal due date.</param>
/// <param name="NewBalance">The statement's new balance in baht.</param>
/// <param name="Minimum">The statement's minimum in baht.</param>
public sealed record DueNotice(string LastFour, string DueDate, string NewBalance, string Minimum);
