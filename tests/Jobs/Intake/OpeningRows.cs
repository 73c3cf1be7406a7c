using Cycle.Jobs.Intake;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>Rows of opening files; a test names only the cells it is about.</summary>
internal static class OpeningRows
{
    public const string Name = "opening-2026-08-01.csv";

    public const string Header =
        "record,account_id,posting_id,card_id,kind,transaction_date,posting_date,statement_date,due_date,value_date,amount,outstanding,currency,currency_amount,minimum_payment,grace,months,part,merchant";

    /// <summary>An account of statement day 18, opened on 1 August.</summary>
    public static string Head(
        string id = "A1", string amount = "5000.00", string minimum = "1000.00", string statement = "2026-07-18", string due = "2026-08-02") =>
        Record("ACCOUNT", id, statementDate: statement, dueDate: due, amount: amount, minimum: minimum);

    /// <summary>A purchase of the last statement.</summary>
    public static string Item(
        string id = "P1", string account = "A1", string card = "C1", string kind = "PURCHASE", string amount = "5000.00", string outstanding = "5000.00",
        string currency = "", string currencyAmount = "", string grace = "pending", string transactionDate = "2026-07-01", string postingDate = "2026-07-02",
        string statement = "2026-07-18", string merchant = "Shop") =>
        Record("ITEM", account, id, card, kind, transactionDate, postingDate, statement, "", "", amount, outstanding, currency, currencyAmount, "", grace, "", "", merchant);

    public static string Fee(
        string id, string kind, string amount, string outstanding, string account = "A1", string card = "", string postingDate = "2026-07-02",
        string statement = "2026-07-18") =>
        Record("FEE", account, id, card, kind, postingDate: postingDate, statementDate: statement, amount: amount, outstanding: outstanding);

    public static string Record(
        string record, string account = "A1", string postingId = "", string cardId = "", string kind = "", string transactionDate = "", string postingDate = "",
        string statementDate = "", string dueDate = "", string valueDate = "", string amount = "", string outstanding = "", string currency = "",
        string currencyAmount = "", string minimum = "", string grace = "", string months = "", string part = "", string merchant = "") =>
        string.Join(',', record, account, postingId, cardId, kind, transactionDate, postingDate, statementDate, dueDate, valueDate, amount, outstanding,
            currency, currencyAmount, minimum, grace, months, part, merchant);

    public static Task<IntakeOutcome> OpenAsync(
        this IntakeBench bench, string name, IEnumerable<string> rows, DateOnly? on = null, bool controlFileRequired = false) =>
        OpeningFile.TakeAsync(
            bench.Db, bench.Write(name, [Header, .. rows]), on ?? IntakeBench.Day, bench.Tariff, new(controlFileRequired), default);

    /// <summary>Takes the standard opening file of the day in with these rows.</summary>
    public static Task<IntakeOutcome> OpenAsync(this IntakeBench bench, params string[] rows) => bench.OpenAsync(Name, rows);
}
