namespace Cycle.Tests.Shared;

/// <summary>Rows of the files a night takes in; a test names only the cells it is about.</summary>
internal static class Rows
{
    public const string AccountHeader =
        "account_id,customer_id,customer_name,product,secured,credit_limit,statement_day,opened_date,last_movement_date,language,mobile,sms_opt_in,address_1,address_2,address_3,postcode";

    public const string CardHeader = "card_id,account_id,role,network,last4,holder_name,approved_date,activated_date,cancelled_date";

    public const string PostingHeader =
        "posting_id,card_id,kind,transaction_date,transaction_time,posting_date,amount,currency,billing_amount,merchant,mcc,country,original_posting_id,channel,instalment_months";

    public static string Account(
        string id, int statementDay = 18, string limit = "100000.00", bool optIn = true, string language = "en",
        string product = "MC_PLATINUM", string name = "Somchai Jaidee", string mobile = "0800000001", string address1 = "1 Rama IV Road",
        string address2 = "Bang Rak", string address3 = "Bangkok", string postcode = "10500") =>
        $"{id},H{id},{name},{product},false,{limit},{statementDay},2024-04-01,2026-07-01,{language},{mobile},{(optIn ? "true" : "false")},{address1},{address2},{address3},{postcode}";

    /// <summary>A primary card of its own account, activated long ago unless told otherwise.</summary>
    public static string Card(
        string id, string account, string activated = "2024-04-10", string approved = "2024-04-01", string holder = "SOMCHAI JAIDEE",
        string network = "mastercard", string last4 = "1148", string role = "primary") =>
        $"{id},{account},{role},{network},{last4},{holder},{approved},{activated},";

    public static string Purchase(
        string id, string card, string date, string amount, string merchant = "Central Rama 9", string time = "13:05:00", string months = "") =>
        $"{id},{card},PURCHASE,{date},{time},{date},{amount},THB,,{merchant},5411,TH,,,{months}";

    public static string Cash(string id, string card, string date, string amount) =>
        $"{id},{card},CASH_ADVANCE,{date},10:15:00,{date},{amount},THB,,ATM 0457,6011,TH,,,";

    public static string Payment(string id, string card, string date, string amount) =>
        $"{id},{card},PAYMENT,{date},09:30:00,{date},{amount},THB,,,,TH,,MOBILE,";

    public static string Refund(string id, string card, string date, string amount, string original = "") =>
        $"{id},{card},REFUND,{date},09:30:00,{date},{amount},THB,,Central Rama 9,5411,TH,{original},,";

    public static string Reversal(string id, string card, string date, string amount, string original) =>
        $"{id},{card},REVERSAL,{date},14:00:00,{date},{amount},THB,,Central Rama 9,5411,TH,{original},,";

    /// <summary>A file's text: each line ended.</summary>
    public static string File(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
