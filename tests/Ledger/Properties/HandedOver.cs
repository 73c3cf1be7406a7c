using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Opening;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>An account right after a cut, told as another system would hand it over.</summary>
internal sealed class HandedOver(AccountNights nights)
{
    private readonly AccountState _state = nights.State;

    public OpeningAccount Account => new(
        new(
            "A1", _state.LastCut!.Value, _state.LastStatement?.DueDate, _state.Balance,
            _state.LastStatement?.MinimumPayment ?? Money.Zero),
        [.. Principal(), .. Fees(), .. Arrears()]);

    private IEnumerable<OpeningRecord> Principal()
    {
        foreach (var posting in nights.Taken.Values.Where(posting => posting.Kind.IsPrincipal()))
        {
            var open = _state.Items.Where(item => item.PostingId == posting.PostingId).ToList();
            if (posting.IsPlan)
            {
                var running = _state.Plans.FirstOrDefault(plan => plan.PostingId == posting.PostingId);
                yield return new OpeningPlan(
                    posting.PostingId, posting.CardId, posting.TransactionDate, posting.PostingDate, posting.Original, posting.Amount,
                    posting.InstalmentMonths!.Value, running?.PartsBilled ?? posting.InstalmentMonths!.Value, posting.Merchant);
                foreach (var part in open)
                {
                    yield return new OpeningPart(posting.PostingId, part.Part, part.BilledOn, part.Principal, part.Grace);
                }

                continue;
            }

            var item = open.SingleOrDefault();
            yield return new OpeningItem(
                posting.PostingId, posting.CardId, posting.Kind, posting.TransactionDate, posting.PostingDate, BilledOn(posting),
                posting.Original, posting.Amount, item?.Principal ?? Money.Zero, item?.Grace, posting.Merchant);
            foreach (var (before, step) in item?.Grace == Grace.Pending ? item.Steps.Zip(item.Steps.Skip(1)) : [])
            {
                yield return new OpeningReduction(posting.PostingId, step.From, before.Principal - step.Principal);
            }
        }
    }

    private IEnumerable<OpeningRecord> Fees()
    {
        foreach (var posting in nights.Taken.Values)
        {
            IEnumerable<(string Kind, Money Amount)> fees =
                posting.Kind.IsFee() ? [(posting.Kind.Name(), posting.Amount)] : FeeNames.Of(posting.Fees);
            foreach (var (kind, amount) in fees)
            {
                var open = _state.Fees.FirstOrDefault(fee => fee.PostingId == posting.PostingId && fee.Kind == kind);
                yield return new OpeningFee(
                    posting.PostingId, "", kind, posting.PostingDate, BilledOn(posting), amount, open?.Outstanding ?? Money.Zero);
            }
        }
    }

    private IEnumerable<OpeningRecord> Arrears()
    {
        foreach (var interest in _state.Interest)
        {
            yield return new OpeningInterest(interest.BilledOn, Statement(interest.BilledOn).Interest, interest.Outstanding);
        }

        foreach (var bucket in _state.Buckets.Where(bucket => bucket.StatementDate < _state.LastCut))
        {
            yield return new OpeningBucket(
                bucket.StatementDate, bucket.EffectiveDueDate, Statement(bucket.StatementDate).MinimumPayment, bucket.Missing);
        }
    }

    private Statement Statement(DateOnly date) =>
        nights.Cuts.Select(cut => cut.Statement).OfType<Statement>().Single(statement => statement.StatementDate == date);

    private DateOnly BilledOn(Posting posting) =>
        nights.Cuts.Select(cut => cut.State.LastCut!.Value).First(cut => cut >= posting.ValueDate);
}
