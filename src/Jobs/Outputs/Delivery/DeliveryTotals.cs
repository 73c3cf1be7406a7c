using System.Text.Json;

namespace Cycle.Jobs.Outputs.Delivery;

/// <summary>The <c>totals.json</c> of a pack: what is in it, what was withheld, and the control report of the night, which both come to.</summary>
internal static class DeliveryTotals
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static byte[] Write(DateOnly date, DeliveryFigures packed, long pages, DeliveryFigures withheld, DeliveryFigures report, string manifestSha256)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("statementDate", date.ToString("yyyy-MM-dd"));
            Write(json, "packed", packed);
            json.WriteNumber("pages", pages);
            Write(json, "withheld", withheld);
            Write(json, "controlReport", report);
            json.WriteString("manifestSha256", manifestSha256);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, DeliveryFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("statements", figures.Count);
        json.WriteString("newBalance", figures.NewBalance.ToString());
        json.WriteString("minimumPayment", figures.MinimumPayment.ToString());
        json.WriteEndObject();
    }
}
