using Cycle.Bench.Nights;
using Cycle.Bench.Portfolio;
using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Bench.Functions;

/// <summary>An account on the eve of its second cut: ten postings a cycle, cash among them, the minimum paid, so that everything bears interest.</summary>
internal static class Revolver
{
    public static readonly Tariff Tariff = TariffReader.Read(File.ReadAllBytes(BenchHome.Tariff));

    private static readonly Account Account = new(
        "A000001", "H000001", "Somchai Jaidee", "MC_PLATINUM", false, new(10_000_000), NightDays.StatementDay, Language.Thai, "0900000001", true,
        ["1/1 ถนนร่มไม้"], "10400");

    /// <summary>The cycle that is to be closed.</summary>
    public static AccountCycle Cycle()
    {
        var history = new AccountHistory([new(NightDays.Begin, NightDays.StatementDay, false)]);
        var first = new AccountCycle(Account, history, AccountState.New, Spent(NightDays.First, 1).ToList(), new Dictionary<string, Posting>());
        var cut = CycleCut.Close(first, NightDays.First, Tariff, ThaiHolidays.Calendar);
        var paid = new DateOnly(2026, 9, 1);
        var payment = Of("P-PAID", PostingKind.Payment, paid, NightDays.Measured, cut.Statement!.MinimumPayment);
        return first with { State = cut.State, Postings = [payment, .. Spent(NightDays.Measured, 2)] };
    }

    private static IEnumerable<Posting> Spent(DateOnly cut, int cycle)
    {
        for (var number = 1; number <= 10; number++)
        {
            var kind = number == 5 ? PostingKind.CashAdvance : PostingKind.Purchase;
            yield return Of($"P-{cycle}-{number:00}", kind, cut.AddDays(-2 * number), cut, new(35_050 + (number * 12_345)));
        }
    }

    private static Posting Of(string id, PostingKind kind, DateOnly date, DateOnly takenOn, Money amount) => new(
        id, "C000001-1", kind, date, date, date, takenOn, CurrencyAmount.OfBaht(amount), amount,
        PostingFees.Assess(kind, isForeign: false, amount, date, Tariff), "ร้านกาแฟสวนหลังบ้าน");
}
