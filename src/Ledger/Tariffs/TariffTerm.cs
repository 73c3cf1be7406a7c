namespace Cycle.Ledger.Tariffs;

/// <summary>A term of a tariff as its file states it: what explanations and pages show, informational terms included.</summary>
/// <param name="Path">The term's place in the file ("products.MC_WORLD.dueDays").</param>
/// <param name="Source">Where the issuer publishes it ("product sheet item 3").</param>
/// <param name="Note">A remark of the author; empty when there is none.</param>
/// <param name="Values">The values as written, in order of their dates; a value of several fields is its JSON text.</param>
public sealed record TariffTerm(string Path, string Source, string Note, IReadOnlyList<DatedValue<string>> Values);
