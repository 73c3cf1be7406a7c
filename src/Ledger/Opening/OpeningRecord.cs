namespace Cycle.Ledger.Opening;

/// <summary>One row of what another system hands over of an account (docs/opening-balances.md).</summary>
public abstract record OpeningRecord;
