using System.Text.Json;

namespace Cycle.Ledger;

/// <summary>Finds what JSON allows in a text and Unicode does not: bytes that are not UTF-8, half a surrogate pair. Reading such a text throws.</summary>
public static class JsonText
{
    /// <summary>The line, from 1, of the first text or name that is no Unicode; none when all are.</summary>
    /// <param name="json">JSON that can be parsed, without a byte order mark.</param>
    public static int? FirstBadLine(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            return 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
        }
    }
}
