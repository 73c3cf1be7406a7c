using System.Text.Encodings.Web;
using System.Text.Json;
using Cycle.Ledger;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Interest;

namespace Cycle.Jobs.Outputs;

/// <summary>Writes statements as files.md says (statements.json): one array, money and rates as strings.</summary>
public sealed class StatementsJson : IAsyncDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file is read as UTF-8 by people and programs, never put into a page: Thai stays Thai.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FileStream _file;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Begins the file.</summary>
    public StatementsJson(string path)
    {
        _file = File.Create(path);
        _writer = new Utf8JsonWriter(_file, Options);
        _writer.WriteStartArray();
    }

    /// <summary>The name of an item's kind in files.</summary>
    public static string KindName(ItemKind kind) => kind switch
    {
        ItemKind.Purchase => "PURCHASE",
        ItemKind.CashAdvance => "CASH_ADVANCE",
        ItemKind.TaxPayment => "TAX_PAYMENT",
        _ => "INSTALMENT",
    };

    /// <summary>Adds one statement; the caller gives them in order of account and date.</summary>
    public void Add(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        _writer.WriteStartObject();
        Text("accountId", statement.AccountId);
        Date("statementDate", statement.StatementDate);
        Date("dueDate", statement.DueDate);
        foreach (var (name, amount) in Sums(statement))
        {
            Text(name, amount.ToString());
        }

        _writer.WriteNumber("overdueCycles", statement.OverdueCycles);
        Text("overdueAmount", statement.OverdueAmount.ToString());
        Lines(statement.Lines);
        Legs(statement.InterestLegs);
        _writer.WriteEndObject();
        if (_writer.BytesPending > 1 << 16)
        {
            _writer.Flush();
        }
    }

    /// <summary>Ends the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _writer.WriteEndArray();
        await _writer.DisposeAsync();
        _file.WriteByte((byte)'\n');
        await _file.DisposeAsync();
    }

    internal static (string Name, Money Amount)[] Sums(Statement statement) =>
    [
        ("previousBalance", statement.PreviousBalance), ("payments", statement.Payments), ("refunds", statement.Refunds),
        ("purchases", statement.Purchases), ("cashAdvances", statement.CashAdvances), ("instalments", statement.Instalments),
        ("fees", statement.Fees), ("interest", statement.Interest), ("newBalance", statement.NewBalance),
        ("minimumPayment", statement.MinimumPayment),
    ];

    private void Lines(IReadOnlyList<StatementLine> lines)
    {
        _writer.WriteStartArray("lines");
        foreach (var line in lines)
        {
            _writer.WriteStartObject();
            Text("postingId", line.PostingId);
            Text("cardId", line.CardId);
            Text("kind", line.Kind);
            Date("transactionDate", line.TransactionDate);
            Date("postingDate", line.PostingDate);
            Text("description", line.Description);
            Text("currency", line.Original.Currency);
            Text("originalAmount", line.Original.ToString());
            Text("amount", line.Amount.ToString());
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void Legs(IReadOnlyList<InterestLeg> legs)
    {
        _writer.WriteStartArray("interestLegs");
        foreach (var leg in legs)
        {
            _writer.WriteStartObject();
            Text("postingId", leg.PostingId);
            Text("kind", KindName(leg.Kind));
            Date("from", leg.From);
            Date("to", leg.To);
            _writer.WriteNumber("days", leg.Days);
            Text("principal", leg.Principal.ToString());
            Text("annualRate", leg.AnnualRate.ToString());
            Text("amount", leg.Amount.ToString());
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void Text(string name, string value) => _writer.WriteString(name, value);

    private void Date(string name, DateOnly date) => _writer.WriteString(name, date.ToString("yyyy-MM-dd"));
}
