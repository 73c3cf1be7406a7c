namespace Cycle.Jobs.Intake.Openings;

/// <summary>What opening an account needs to know of it.</summary>
/// <param name="Product">Its product.</param>
/// <param name="LastCut">Its last cut; none as long as it is new.</param>
/// <param name="FirstValueDate">The earliest value date of a posting taken before, if any was.</param>
internal sealed record KnownAccount(string Product, DateOnly? LastCut, DateOnly? FirstValueDate);
