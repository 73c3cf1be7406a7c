namespace Cycle.Bench.Portfolio;

/// <summary>An account as the masters tell it, and how its holder behaves.</summary>
internal sealed record AccountProfile
{
    public required int Number { get; init; }

    public required CreditProduct Product { get; init; }

    public required ThaiName Holder { get; init; }

    public required Address Address { get; init; }

    public required bool IsSecured { get; init; }

    /// <summary>Satang.</summary>
    public required long Limit { get; init; }

    public required int StatementDay { get; init; }

    public required DateOnly Opened { get; init; }

    public required DateOnly? LastMovement { get; init; }

    public required bool IsThai { get; init; }

    public required bool OptedIn { get; init; }

    public required Behaviour Behaviour { get; init; }

    public required bool Travels { get; init; }

    public required bool DrawsCash { get; init; }

    /// <summary>Uses its cards at all; the others may fall dormant.</summary>
    public required bool IsUsed { get; init; }

    /// <summary>The primary card first.</summary>
    public required IReadOnlyList<CardProfile> Cards { get; init; }

    public string AccountId => $"A{Number:000000}";
}
