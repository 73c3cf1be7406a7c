using Cycle.Ledger.Calendar;

namespace Cycle.Bench.Portfolio;

/// <summary>Tells what happens on one account, day by day, and writes it into the posting files.</summary>
internal sealed class AccountStory(
    Prng prng, AccountProfile account, PortfolioOptions options, RateTables rates, PostingFiles files)
{
    private static readonly (string Kind, long Fee)[] Services =
    [
        ("FEE_CARD_REPLACEMENT", 20_000), ("FEE_STATEMENT_COPY", 5_000), ("FEE_SALES_SLIP_DOMESTIC", 10_000),
        ("FEE_SALES_SLIP_FOREIGN", 20_000), ("FEE_PIN_REISSUE", 10_000),
    ];

    private readonly Dictionary<DateOnly, List<ComingCredit>> _coming = [];
    private readonly RunningBalance _balance = new(account);
    private readonly Spending _spending = new(prng, account, rates, options.From);
    private readonly Paying _paying = new(prng, account);
    private readonly Returns _returns = new(prng, account, rates, options.To);
    private int _rows;

    /// <summary>From the first date to the last. A card that a later master brings or cancels is used only while it may be.</summary>
    /// <param name="knownFrom">Since when each card is known.</param>
    public void Tell(Func<CardProfile, DateOnly> knownFrom)
    {
        for (var date = options.From; date <= options.To; date = date.AddDays(1))
        {
            var today = date;
            var usable = account.Cards.Where(card => card.IsUsable(today) && knownFrom(card) <= today).ToList();
            _balance.CardFees(date, options.From);
            DeliverComing(date);
            if (account.IsUsed && usable.Count > 0)
            {
                Spend(date, usable);
            }

            if (MonthDay.Is(date, account.StatementDay))
            {
                _balance.Cut();
                Await(_paying.Draw(NextId(date), date, _balance));
            }
        }
    }

    private void Spend(DateOnly date, List<CardProfile> usable)
    {
        for (var chance = options.Postings * 1_000 / 30; chance > 0; chance -= 1_000)
        {
            if (prng.Permille(Math.Min(chance, 1_000)))
            {
                var debit = _spending.Draw(NextId(date), prng.Pick(usable), date);
                if (debit.Principal + debit.Fees <= _balance.Available || prng.Percent(1))
                {
                    Deliver(date, debit);
                }
            }
        }

        if (prng.Permille(1))
        {
            var (kind, fee) = prng.Pick(Services);
            Write(date, new() { PostingId = NextId(date), CardId = usable[0].CardId, Kind = kind, TransactionDate = date, PostingDate = date });
            _balance.Debit(fee);
        }
    }

    private void Deliver(DateOnly date, DrawnDebit debit)
    {
        Write(date, debit.Row);
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
            Await(_returns.Draw(NextId(date), date, debit));
        }
    }

    private void Await(ComingCredit? credit)
    {
        if (credit is null)
        {
            return;
        }

        if (!_coming.TryGetValue(credit.File, out var rows))
        {
            _coming[credit.File] = rows = [];
        }

        rows.Add(credit);
    }

    private void DeliverComing(DateOnly date)
    {
        if (_coming.Remove(date, out var rows))
        {
            foreach (var credit in rows)
            {
                Write(date, credit.Row);
                _balance.Credit(credit.Satang);
            }
        }
    }

    private void Write(DateOnly file, PostingRow row)
    {
        files.Add(file, row);
        if (prng.Permille(options.Bad))
        {
            files.Add(file, SpoiltRow.Draw(prng, row, file));
        }
    }

    private string NextId(DateOnly date) => $"P{date:yyyyMMdd}-{account.Number:000000}-{++_rows:000}";
}
