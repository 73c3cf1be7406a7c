using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Scenarios;

/// <summary>A posting as a file brings it: what the night still has to add is its value date and its fees.</summary>
/// <param name="Id">The posting's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Amount">Baht; of a reversal what its original has.</param>
/// <param name="Transacted">When the customer acted.</param>
/// <param name="Posted">When the bank booked it.</param>
/// <param name="Taken">The night whose file brings it.</param>
internal sealed record Arrival(
    string Id, PostingKind Kind, Money Amount, DateOnly Transacted, DateOnly Posted, DateOnly Taken)
{
    public bool IsForeign { get; init; }

    public string? Original { get; init; }

    public int? Months { get; init; }

    public string Merchant { get; init; } = "";

    public override string ToString() =>
        $"{Id} {Kind} {Amount} tx {Transacted:MM-dd} posted {Posted:MM-dd} taken {Taken:MM-dd}"
        + (IsForeign ? " foreign" : "") + (Original is null ? "" : $" of {Original}") + (Months is null ? "" : $" in {Months}");
}
