using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cycle.Ledger.Billing;

namespace Cycle.Jobs.Audit;

/// <summary>An explanation as text for a person and as JSON for a program.</summary>
public static class ExplanationText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As text.</summary>
    public static string Text(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var statement = explanation.Statement;
        var text = new StringBuilder()
            .Append($"Account {statement.AccountId}, statement of {statement.StatementDate:yyyy-MM-dd}\n")
            .Append($"Tariff {explanation.Tariff}\n")
            .Append($"Grace: {explanation.Grace}\n");
        foreach (var difference in explanation.Recomputed)
        {
            text.Append($"NOT REPRODUCED: {difference}\n");
        }

        foreach (var figure in explanation.Figures)
        {
            text.Append($"\n{figure.Name}: {figure.Value}{(figure.Formula.Length > 0 ? $"  = {figure.Formula}" : "")}\n");
            foreach (var part in figure.Parts)
            {
                text.Append($"    {part}\n");
            }
        }

        text.Append("\nWhich credit paid what, when:\n");
        foreach (var allocation in explanation.Allocations)
        {
            text.Append($"    {Line(allocation)}\n");
        }

        return text.ToString();
    }

    /// <summary>As JSON.</summary>
    public static string Json(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, explanation);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static string Line(Allocation allocation) =>
        $"{allocation.ValueDate:yyyy-MM-dd}  {(allocation.CreditId.Length > 0 ? allocation.CreditId : "credit balance")}  {allocation.Amount}  -> " +
        $"{allocation.Target} {allocation.PostingId}".TrimEnd() + (allocation.BilledOn is { } billed ? $" of {billed:yyyy-MM-dd}" : "");

    private static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteString("accountId", explanation.Statement.AccountId);
        json.WriteString("statementDate", explanation.Statement.StatementDate.ToString("yyyy-MM-dd"));
        json.WriteString("tariff", explanation.Tariff);
        json.WriteString("grace", explanation.Grace);
        Strings(json, "notReproduced", explanation.Recomputed);
        json.WriteStartArray("figures");
        foreach (var figure in explanation.Figures)
        {
            json.WriteStartObject();
            json.WriteString("name", figure.Name);
            json.WriteString("value", figure.Value);
            json.WriteString("formula", figure.Formula);
            Strings(json, "parts", figure.Parts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("allocations");
        foreach (var allocation in explanation.Allocations)
        {
            json.WriteStartObject();
            json.WriteString("valueDate", allocation.ValueDate.ToString("yyyy-MM-dd"));
            json.WriteString("creditId", allocation.CreditId);
            json.WriteString("target", allocation.Target.ToString());
            json.WriteString("postingId", allocation.PostingId);
            json.WriteString("billedOn", allocation.BilledOn?.ToString("yyyy-MM-dd"));
            json.WriteString("amount", allocation.Amount.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
