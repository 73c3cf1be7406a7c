namespace Cycle.Jobs.Outputs.Delivery;

/// <summary>A delivery pack that was made.</summary>
/// <param name="Archive">The file.</param>
/// <param name="Packed">What is in it.</param>
/// <param name="Pages">Pages of its PDFs.</param>
/// <param name="Withheld">Statements of the cycle that may not go out now.</param>
public sealed record DeliveryResult(string Archive, DeliveryFigures Packed, long Pages, DeliveryFigures Withheld);
