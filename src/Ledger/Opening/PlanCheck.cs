namespace Cycle.Ledger.Opening;

/// <summary>Whether instalment plans and their open parts can be as they are stated.</summary>
internal static class PlanCheck
{
    public static IEnumerable<string> Problems(OpeningAccount opening) =>
        opening.Plans.SelectMany(plan => Plan(plan, opening.Head))
            .Concat(opening.Parts.SelectMany(part => Part(part, opening)))
            .Concat(opening.Parts.GroupBy(part => (part.PostingId, part.Number)).Where(same => same.Count() > 1).Select(
                same => $"part {same.Key.Number} of plan '{same.Key.PostingId}' is stated {same.Count()} times; once expected."));

    private static IEnumerable<string> Plan(OpeningPlan plan, OpeningHead head)
    {
        var name = $"plan '{plan.PostingId}'";
        if (plan.TransactionDate > plan.PostingDate || plan.PostingDate > head.LastCut)
        {
            yield return $"{name} has transaction_date {plan.TransactionDate:yyyy-MM-dd} and posting_date {plan.PostingDate:yyyy-MM-dd}; "
                + $"this order, and none after {head.LastCut:yyyy-MM-dd}, expected.";
        }

        if (plan.PartsBilled > plan.Months)
        {
            yield return $"{name} has {plan.PartsBilled} parts on statements; at most its {plan.Months} months expected.";
        }

        if (plan.IsRunning && head.DueDate is null)
        {
            yield return $"{name} runs, so the last statement day billed a part of it, but due_date is blank; that statement's expected.";
        }
    }

    private static IEnumerable<string> Part(OpeningPart part, OpeningAccount opening)
    {
        var (name, lastCut) = ($"part {part.Number} of plan '{part.PostingId}'", opening.Head.LastCut);
        var plan = opening.Plans.FirstOrDefault(plan => plan.PostingId == part.PostingId);
        if (plan is null || part.Number > plan.PartsBilled)
        {
            yield return plan is null
                ? $"{name} has no PLAN; one expected."
                : $"{name} is not on a statement; at most {plan.PartsBilled} expected.";
            yield break;
        }

        if (part.Outstanding > plan.ToPlan().Part(part.Number))
        {
            yield return $"{name} has {part.Outstanding} outstanding; at most {plan.ToPlan().Part(part.Number)} expected.";
        }

        var isNewest = part.Number == plan.PartsBilled;
        if (part.BilledOn > lastCut || (plan.IsRunning && isNewest != (part.BilledOn == lastCut)))
        {
            yield return $"{name} has statement_date {part.BilledOn:yyyy-MM-dd}; a date "
                + (plan.IsRunning && !isNewest ? "before" : plan.IsRunning ? "on" : "not after")
                + $" the last statement of {lastCut:yyyy-MM-dd} expected.";
        }

        if (PrincipalCheck.GraceProblem(name, part.Grace, isCash: false, part.BilledOn, lastCut) is { } problem)
        {
            yield return problem;
        }
    }
}
