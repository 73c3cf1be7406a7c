namespace Cycle.Ledger.Tariffs;

/// <summary>A value of a tariff term and the date it holds from.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="From">First date it holds.</param>
/// <param name="Value">The value.</param>
public sealed record DatedValue<T>(DateOnly From, T Value);
