using Cycle.Bench.Portfolio;

namespace Cycle.Bench.Nights;

/// <summary>
/// What happens on one account: a cycle of spending that the first night takes in, the payments of that statement in files of their
/// own days, and the second cycle, all of it in the file of the measured night.
/// </summary>
internal sealed class NightStory(Prng prng, AccountProfile account, NightOptions options, RateTables rates, NightFiles files)
{
    private const int DaysOfCycle = 30;

    private readonly RunningBalance _balance = new(account);
    private readonly Spending _spending = new(prng, account, rates, NightDays.Begin);
    private readonly Returns _returns = new(prng, account, rates, NightDays.Measured);
    private readonly Paying _paying = new(prng, account);
    private int _drawn;

    public void Tell()
    {
        if (!account.IsUsed)
        {
            return;
        }

        for (var left = Math.Max(2, options.Postings / 2); left > 0; left--)
        {
            if (Draw(NightDays.First) is { } debit)
            {
                Deliver(NightDays.First, debit);
            }
        }

        _balance.CardFees(NightDays.First, NightDays.First);
        _balance.Cut();
        var left2 = options.Postings - Pay();
        while (left2 > 0)
        {
            left2 -= SpendAgain();
        }
    }

    /// <summary>Payments on or before the due date come in files of their days; late ones, and some paid besides, come tonight.</summary>
    /// <returns>How many rows of the measured night there are of it.</returns>
    private int Pay()
    {
        var rows = 0;
        if (_paying.Draw(NextId(NightDays.First), NightDays.First, _balance) is { } paid && paid.File <= NightDays.Measured)
        {
            var isLate = paid.File >= NightDays.Measured.AddDays(-10);
            files.Add(isLate ? NightDays.Measured : paid.File, paid.Row);
            _balance.Credit(paid.Satang);
            rows += isLate ? 1 : 0;
        }

        if (prng.Percent(40))
        {
            var date = NightDays.Measured.AddDays(-prng.Below(10));
            var amount = prng.Between(2, 60) * 10_000L;
            files.Add(NightDays.Measured, new()
            {
                PostingId = NextId(date), CardId = account.Cards[0].CardId, Kind = "PAYMENT", TransactionDate = date, PostingDate = date,
                Amount = amount, Channel = prng.Pick(("MOBILE", 70), ("PROMPTPAY", 20), ("ATM", 10)),
            });
            _balance.Credit(amount);
            rows++;
        }

        return rows;
    }

    private int SpendAgain()
    {
        if (Draw(NightDays.Measured) is not { } debit)
        {
            return 1;
        }

        Deliver(NightDays.Measured, debit);
        if (_returns.Draw(NextId(debit.Row.PostingDate), debit.Row.PostingDate, debit) is not { } back || back.File > NightDays.Measured)
        {
            return 1;
        }

        files.Add(NightDays.Measured, back.Row);
        _balance.Credit(back.Satang);
        return 2;
    }

    /// <summary>Something bought in the cycle that ends on a date; what would be over the limit is drawn again, but not for ever.</summary>
    /// <returns>Null when no card may be used on that day.</returns>
    private DrawnDebit? Draw(DateOnly cut)
    {
        DrawnDebit? debit = null;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var date = cut.AddDays(-prng.Below(DaysOfCycle));
            var usable = account.Cards.Where(card => card.IsUsable(date)).ToList();
            if (usable.Count == 0)
            {
                continue;
            }

            debit = _spending.Draw(NextId(date), prng.Pick(usable), date);
            if (debit.Principal + debit.Fees <= _balance.Available)
            {
                break;
            }
        }

        return debit;
    }

    private void Deliver(DateOnly file, DrawnDebit debit)
    {
        files.Add(file, debit.Row);
        if (prng.Permille(options.Bad))
        {
            files.Add(file, debit.Row.PostingDate, SpoiltRow.Draw(prng, debit.Row, file));
        }

        _balance.Debit(debit.Fees);
        if (debit.IsPlan)
        {
            _balance.Plan(debit.Principal, debit.Row.InstalmentMonths);
        }
        else if (debit.IsCash)
        {
            _balance.DebitCash(debit.Principal);
        }
        else
        {
            _balance.Debit(debit.Principal);
        }
    }

    private string NextId(DateOnly date) => $"P{date:yyyyMMdd}-{account.Number:0000000}-{++_drawn:000}";
}
