namespace Cycle.Bench.Portfolio;

/// <summary>The masters of the first day, and those of one later day that tell what has changed.</summary>
internal sealed class MasterFiles : IDisposable
{
    private static readonly string[] AccountHeader =
    [
        "account_id", "customer_id", "customer_name", "product", "secured", "credit_limit", "statement_day", "opened_date",
        "last_movement_date", "language", "mobile", "sms_opt_in", "address_1", "address_2", "address_3", "postcode",
    ];

    private static readonly string[] CardHeader =
        ["card_id", "account_id", "role", "network", "last4", "holder_name", "approved_date", "activated_date", "cancelled_date"];

    private readonly StreamWriter _accounts;
    private readonly StreamWriter _cards;
    private readonly StreamWriter _changedAccounts;
    private readonly StreamWriter _changedCards;

    public MasterFiles(string folder, DateOnly changes)
    {
        _accounts = Open(folder, "accounts", AccountHeader);
        _cards = Open(folder, "cards", CardHeader);
        _changedAccounts = Open(folder, $"accounts-{Texts.Date(changes)}", AccountHeader);
        _changedCards = Open(folder, $"cards-{Texts.Date(changes)}", CardHeader);
    }

    public void Add(AccountProfile account)
    {
        Write(_accounts, account);
        foreach (var card in account.Cards)
        {
            Write(_cards, account, card);
        }
    }

    /// <summary>Tells the account anew, and the cards that differ from before.</summary>
    public void Change(AccountProfile before, AccountProfile after)
    {
        if (before with { Cards = after.Cards } != after)
        {
            Write(_changedAccounts, after);
        }

        foreach (var card in after.Cards.Except(before.Cards))
        {
            Write(_changedCards, after, card);
        }
    }

    public void Dispose()
    {
        _accounts.Dispose();
        _cards.Dispose();
        _changedAccounts.Dispose();
        _changedCards.Dispose();
    }

    private static void Write(StreamWriter writer, AccountProfile account) => CsvLine.Write(
        writer, account.AccountId, $"H{account.Number:000000}", account.Holder.Printed(account.IsThai), account.Product.Code,
        Texts.Flag(account.IsSecured), Texts.Money(account.Limit), account.StatementDay.ToString(), Texts.Date(account.Opened),
        Texts.Date(account.LastMovement), account.IsThai ? "th" : "en", $"090{account.Number:0000000}", Texts.Flag(account.OptedIn),
        account.Address.Line1, account.Address.Line2, account.Address.Line3, account.Address.Postcode);

    private static void Write(StreamWriter writer, AccountProfile account, CardProfile card) => CsvLine.Write(
        writer, card.CardId, account.AccountId, card.IsPrimary ? "primary" : "supplementary", account.Product.Network, card.Last4,
        card.Embossed, Texts.Date(card.Approved), Texts.Date(card.Activated), Texts.Date(card.Cancelled));

    private static StreamWriter Open(string folder, string name, string[] header)
    {
        var writer = CsvLine.Open(Path.Combine(folder, $"{name}.csv"));
        CsvLine.Write(writer, header);
        return writer;
    }
}
