namespace Cycle.Bench.Portfolio;

/// <summary>A debit row and about what it costs.</summary>
/// <param name="Row">The row.</param>
/// <param name="Principal">Satang.</param>
/// <param name="Fees">Satang charged with it.</param>
internal sealed record DrawnDebit(PostingRow Row, long Principal, long Fees)
{
    public bool IsPlan => Row.InstalmentMonths > 0;

    public bool IsCash => Row.Kind == "CASH_ADVANCE";
}
