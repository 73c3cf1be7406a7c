using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Audit;

/// <summary>Says in words and formulas where each figure of a statement comes from.</summary>
/// <param name="statement">The statement as issued.</param>
/// <param name="cycle">The cycle it closed.</param>
/// <param name="again">The same close, computed again.</param>
/// <param name="tariff">The tariff that made it.</param>
internal sealed class FigureReasons(Statement statement, AccountCycle cycle, CutResult again, Tariff tariff)
{
    public string Grace()
    {
        var grace = again.Grace;
        if (grace.StatementDate is not { } date)
        {
            return "No statement before this one: it counts as paid.";
        }

        if (!grace.Required.IsPositive)
        {
            return $"The statement of {date:yyyy-MM-dd} owed {grace.Required}, nothing: it counts as paid.";
        }

        return grace.IsPaidInFull
            ? $"The statement of {date:yyyy-MM-dd} owed {grace.Required}; payments and reversals with a value date up to {grace.Through:yyyy-MM-dd} are {grace.Paid}: paid in full and on time, its new purchases stay free."
            : $"The statement of {date:yyyy-MM-dd} owed {grace.Required}; payments and reversals with a value date up to {grace.Through:yyyy-MM-dd} are {grace.Paid}, {grace.Required - grace.Paid} short: its new purchases lose grace for good and bear interest from their posting dates.";
    }

    public IReadOnlyList<ExplainedFigure> All() =>
    [
        ExplainedFigure.Of("previousBalance", statement.PreviousBalance, cycle.State.LastCut is { } cut ? $"what was owed at the cut of {cut:yyyy-MM-dd}" : "the account had never been cut"),
        Sum("payments", statement.Payments, "PAYMENT"),
        Sum("refunds", statement.Refunds, "REFUND", "REVERSAL"),
        Sum("purchases", statement.Purchases, "PURCHASE", "TAX_PAYMENT"),
        Sum("cashAdvances", statement.CashAdvances, "CASH_ADVANCE"),
        Sum("instalments", statement.Instalments, "INSTALMENT"),
        ExplainedFigure.Of("fees", statement.Fees, "", [.. statement.Lines.Where(FeeReasons.IsFee).Select(line => FeeReasons.Of(line, statement, cycle, tariff))]),
        ExplainedFigure.Of("interest", statement.Interest, "the sum of the legs; each is principal x annual rate x days / 365, half away from zero to the satang", [.. statement.InterestLegs.Select(Leg)]),
        ExplainedFigure.Of("newBalance", statement.NewBalance, Identity()),
        ExplainedFigure.Of("minimumPayment", statement.MinimumPayment, Minimum()),
        Overdue(),
        new("dueDate", statement.DueDate.ToString("yyyy-MM-dd"), DueDate(), []),
    ];

    private ExplainedFigure Sum(string name, Money value, params string[] kinds) => ExplainedFigure.Of(
        name, value, "",
        [.. statement.Lines.Where(line => kinds.Contains(line.Kind)).Select(line =>
            $"{line.PostingDate:yyyy-MM-dd}  {line.PostingId}  {line.Kind}  {line.Description}  {line.Amount}" +
            (line.Original.IsForeign ? $"  ({line.Original.Currency} {line.Original})" : ""))]);

    private static string Leg(Cycle.Ledger.Interest.InterestLeg leg) =>
        $"{leg.PostingId}  {leg.Kind}  {leg.From:yyyy-MM-dd}..{leg.To:yyyy-MM-dd}  " +
        $"{leg.Principal} x {leg.AnnualRate} % x {leg.Days} / 365 = {leg.Amount}";

    private string Identity() =>
        $"{statement.PreviousBalance} - {statement.Payments} - {statement.Refunds} + {statement.Purchases} + {statement.CashAdvances} " +
        $"+ {statement.Instalments} + {statement.Fees} + {statement.Interest} = {statement.NewBalance}";

    private string Minimum()
    {
        if (!statement.NewBalance.IsPositive)
        {
            return "nothing is owed";
        }

        var due = statement.DueDate;
        var (share, floor) = (tariff.MinimumShare, tariff.MinimumFloor);
        return $"min({statement.NewBalance}, max({floor.On(due)}, {share.On(due)} % x ({statement.NewBalance} - {statement.Instalments}) " +
            $"rounded {tariff.MinimumRounding.On(due)}) + {statement.Instalments}); share and floor in force on the due date {due:yyyy-MM-dd} " +
            $"({share.Source}; {floor.Source})";
    }

    private ExplainedFigure Overdue() => new(
        "overdue",
        $"{statement.OverdueCycles} cycles, {statement.OverdueAmount}",
        "what is missing of earlier minimums after the cycle's payments filled the oldest first, capped by the new balance",
        [.. cycle.State.Buckets.Select(bucket =>
            $"minimum of {bucket.StatementDate:yyyy-MM-dd}, due {bucket.EffectiveDueDate:yyyy-MM-dd}: {bucket.Missing} missing when the cycle began")]);

    private string DueDate()
    {
        var terms = tariff.Product(cycle.Account.Product).DueDays;
        return $"statement day {cycle.History.On(statement.StatementDate).StatementDay} and {terms.On(statement.StatementDate)} days ({terms.Source})" +
            (again.State.LastStatement is { } last && last.EffectiveDueDate != last.DueDate
                ? $"; no business day, so timeliness is judged by {last.EffectiveDueDate:yyyy-MM-dd}"
                : "");
    }
}
