using System.Text.Json;
using Cycle.Rendering.Messages;

namespace Cycle.Jobs.Messages;

/// <summary>Reads <c>messages.json</c> (docs/kannel.md shows one with every setting).</summary>
public static class MessageSettingsFile
{
    private const int MostLetters = 11;
    private const int MostDigits = 16;

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the settings; a relative path in them counts from the file's own folder.</summary>
    /// <param name="file">The file; as shipped when there is none.</param>
    /// <exception cref="SettingsException">Names every problem.</exception>
    /// <exception cref="Rendering.RenderingException">The templates it names cannot be used.</exception>
    public static MessageSettings Read(string file)
    {
        if (!File.Exists(file))
        {
            return MessageSettings.Shipped;
        }

        var problems = new List<string>();
        var settings = Read(File.ReadAllText(file), Path.GetDirectoryName(Path.GetFullPath(file))!, problems);
        return problems.Count == 0
            ? settings!
            : throw new SettingsException(string.Join('\n', problems.Select(problem => $"{file}: {problem}")));
    }

    private static MessageSettings? Read(string text, string folder, List<string> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problems.Add("found no object, expected {\"gateway\": \"file\"}");
                return null;
            }

            var root = new SettingsObject("$", document.RootElement, problems);
            var gateway = root.Need("gateway", "\"file\" or \"kannel\"", value => value.GetString() is "file" or "kannel" ? value.GetString() : null);
            var templates = root.May("templates", "a folder with th, en and limits.json", value => Existing(folder, value.GetString()));
            var kannel = root.Object("kannel");
            if (gateway == "kannel" && kannel is null)
            {
                problems.Add("$.kannel: found nothing, expected the settings of Kannel, since the gateway is kannel");
            }

            var read = kannel is null ? null : Kannel(kannel, folder);
            root.End();
            return problems.Count > 0 ? null : new(
                templates is null ? MessageSettings.Shipped.Templates : MessageTemplates.Load(templates),
                gateway == "kannel" ? GatewayKind.Kannel : GatewayKind.File, read);
        }
        catch (JsonException fault)
        {
            problems.Add($"line {fault.LineNumber + 1}: found no JSON ({fault.Message}), expected {{\"gateway\": \"file\"}}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // JSON allows it, Unicode does not, and reading it throws.
            problems.Add("found a text with half a surrogate pair, expected \\uD800 to \\uDFFF in pairs only");
            return null;
        }
    }

    private static KannelSettings Kannel(SettingsObject kannel, string folder)
    {
        const string address = "an http or https address without % and #";
        var send = kannel.Need("sendUrl", address, Address);
        var from = kannel.Need("from", $"up to {MostLetters} letters and digits, or a number of up to {MostDigits} digits", Sender);
        var report = kannel.Need("reportUrl", address, Address);
        var rate = kannel.Number("messagesPerSecond", 1, 1000, 10);
        var timeout = kannel.Number("timeoutSeconds", 1, 120, 15);
        var attempts = kannel.Number("attempts", 1, 50, 8);
        var first = kannel.Number("firstRetrySeconds", 1, 3600, 5);
        var longest = kannel.Number("longestRetrySeconds", 1, 86400, 600);
        var quiet = kannel.Object("quietHours");
        var hours = quiet is null ? null : Hours(quiet);
        var country = kannel.May("countryCode", "a + and 1 to 3 digits, such as \"+66\"", Country);
        var file = kannel.May("credentialsFile", "the path of a file", value => value.GetString() is { Length: > 0 } path ? Path.Combine(folder, path) : null);
        kannel.End();
        return new(
            send!, from!, report!, rate, TimeSpan.FromSeconds(timeout),
            new(attempts, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(Math.Max(first, longest))), hours, country ?? "", file);
    }

    private static QuietHours? Hours(SettingsObject quiet)
    {
        const string expected = "a time as HH:mm, Asia/Bangkok";
        object? Read(JsonElement value) => TimeOnly.TryParseExact(value.GetString(), "HH:mm", out var time) ? time : null;
        var from = quiet.Need("from", expected, Read);
        var to = quiet.Need("to", expected + ", other than from", value => Read(value) is { } end && !end.Equals(from) ? end : null);
        quiet.End();
        return from is TimeOnly begin && to is TimeOnly end ? new(begin, end) : null;
    }

    private static Uri? Address(JsonElement value) =>
        value.GetString() is { } text && !text.Contains('%', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address is { Fragment: "", UserInfo: "" } ? address : null;

    private static string? Sender(JsonElement value) =>
        value.GetString() is { Length: > 0 } from && from.All(char.IsAsciiLetterOrDigit)
            && from.Length <= (from.All(char.IsAsciiDigit) ? MostDigits : MostLetters) ? from : null;

    private static string? Country(JsonElement value) =>
        value.GetString() is ['+', .. { Length: >= 1 and <= 3 } digits] && digits.All(char.IsAsciiDigit) ? value.GetString() : null;

    private static string? Existing(string folder, string? path) =>
        path is { Length: > 0 } && Directory.Exists(Path.Combine(folder, path)) ? Path.Combine(folder, path) : null;
}
