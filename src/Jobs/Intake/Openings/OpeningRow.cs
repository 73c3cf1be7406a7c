using Cycle.Ledger.Opening;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>A row of an opening file, read.</summary>
/// <param name="Line">Physical line on which it begins.</param>
/// <param name="IsHead">Whether an account begins here.</param>
/// <param name="AccountId">As the file has it, card numbers masked.</param>
/// <param name="PostingId">The posting it is about; empty when it is about none.</param>
/// <param name="CardId">The card it names; empty when it names none.</param>
/// <param name="Record">What it tells; none when it is rejected.</param>
/// <param name="Rejection">Why its cells alone reject it.</param>
internal sealed record OpeningRow(
    long Line, bool IsHead, string AccountId, string PostingId, string CardId, OpeningRecord? Record, Rejection? Rejection);
