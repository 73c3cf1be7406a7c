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
/// <param name="texts">The sentences it is said in.</param>
internal sealed class FigureReasons(Statement statement, AccountCycle cycle, CutResult again, Tariff tariff, ReasonTexts texts)
{
    public string Grace()
    {
        var grace = again.Grace;
        if (grace.StatementDate is not { } date)
        {
            return texts.Say("grace.first");
        }

        if (!grace.Required.IsPositive)
        {
            return texts.Say("grace.owed-nothing", date, grace.Required);
        }

        return grace.IsPaidInFull
            ? texts.Say("grace.paid", date, grace.Required, grace.Through, grace.Paid)
            : texts.Say("grace.short", date, grace.Required, grace.Through, grace.Paid, grace.Required - grace.Paid);
    }

    public IReadOnlyList<ExplainedFigure> All() =>
    [
        ExplainedFigure.Of("previousBalance", statement.PreviousBalance, cycle.State.LastCut is { } cut ? texts.Say("previous.cut", cut) : texts.Say("previous.never")),
        Sum("payments", statement.Payments, "PAYMENT"),
        Sum("refunds", statement.Refunds, "REFUND", "REVERSAL"),
        Sum("purchases", statement.Purchases, "PURCHASE", "TAX_PAYMENT"),
        Sum("cashAdvances", statement.CashAdvances, "CASH_ADVANCE"),
        Sum("instalments", statement.Instalments, "INSTALMENT"),
        ExplainedFigure.Of("fees", statement.Fees, "", [.. statement.Lines.Where(FeeReasons.IsFee).Select(line => FeeReasons.Of(line, cycle, tariff, texts))])
            with { Quoted = [cycle.Account.Product, .. statement.Lines.Select(line => line.Kind).Distinct()] },
        ExplainedFigure.Of("interest", statement.Interest, texts.Say("interest"), [.. statement.InterestLegs.Select(Leg)]),
        ExplainedFigure.Of("newBalance", statement.NewBalance, Identity()),
        ExplainedFigure.Of("minimumPayment", statement.MinimumPayment, Minimum()),
        Overdue(),
        new("dueDate", statement.DueDate.ToString("yyyy-MM-dd"), DueDate(), []),
    ];

    private ExplainedFigure Sum(string name, Money value, params string[] kinds)
    {
        var lines = statement.Lines.Where(line => kinds.Contains(line.Kind)).ToList();
        return ExplainedFigure.Of(name, value, "", [.. lines.Select(Line)]) with
        {
            Quoted = [.. kinds, .. lines.SelectMany(line => (string[])[texts.Described(line.Kind, line.Description), line.Original.Currency]).Distinct()],
        };
    }

    private string Line(StatementLine line)
    {
        var description = texts.Described(line.Kind, line.Description);
        return $"{line.PostingDate:yyyy-MM-dd}  {line.PostingId}  {texts.Named(line.Kind)}  {(description.Length > 0 ? $"{description}  " : "")}{line.Amount}" +
            (line.Original.IsForeign ? $"  ({line.Original.Currency} {line.Original})" : "");
    }

    private string Leg(Cycle.Ledger.Interest.InterestLeg leg) =>
        $"{leg.PostingId}  {texts.Item(leg.Kind)}  {leg.From:yyyy-MM-dd}..{leg.To:yyyy-MM-dd}  " +
        $"{leg.Principal} x {leg.AnnualRate} % x {leg.Days} / 365 = {leg.Amount}";

    private string Identity() =>
        $"{statement.PreviousBalance} - {statement.Payments} - {statement.Refunds} + {statement.Purchases} + {statement.CashAdvances} " +
        $"+ {statement.Instalments} + {statement.Fees} + {statement.Interest} = {statement.NewBalance}";

    private string Minimum()
    {
        if (!statement.NewBalance.IsPositive)
        {
            return texts.Say("minimum.nothing");
        }

        var due = statement.DueDate;
        var (share, floor) = (tariff.MinimumShare, tariff.MinimumFloor);
        return texts.Say(
            "minimum", statement.NewBalance, floor.On(due), share.On(due), statement.Instalments,
            texts.Say($"minimum.{tariff.MinimumRounding.On(due)}"), due, texts.Source(share.Source), texts.Source(floor.Source));
    }

    private ExplainedFigure Overdue() => new(
        "overdue", texts.Say("overdue.value", statement.OverdueCycles, statement.OverdueAmount), texts.Say("overdue"),
        [.. cycle.State.Buckets.Select(bucket => texts.Say("overdue.part", bucket.StatementDate, bucket.EffectiveDueDate, bucket.Missing))]);

    private string DueDate()
    {
        var terms = tariff.Product(cycle.Account.Product).DueDays;
        return texts.Say("due", cycle.History.On(statement.StatementDate).StatementDay, terms.On(statement.StatementDate), texts.Source(terms.Source)) +
            (again.State.LastStatement is { } last && last.EffectiveDueDate != last.DueDate ? texts.Say("due.holiday", last.EffectiveDueDate) : "");
    }
}
