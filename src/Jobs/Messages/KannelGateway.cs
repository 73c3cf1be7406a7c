using System.Net;
using Cycle.Ledger.Postings;
using Cycle.Rendering.Messages;

namespace Cycle.Jobs.Messages;

/// <summary>Hands messages to Kannel's sendsms interface, one HTTP request each.</summary>
internal sealed class KannelGateway : IDisposable
{
    // Delivered, not delivered, taken by the SMS centre, refused by it; "queued at the centre" would only be one more report.
    private const int ReportMask = 1 | 2 | 8 | 16;
    private const int MostWords = 120;

    private readonly HttpClient _http;
    private readonly KannelSettings _settings;
    private readonly KannelCredentials _credentials;

    public KannelGateway(KannelSettings settings, KannelCredentials credentials)
    {
        (_settings, _credentials) = (settings, credentials);

        // Kannel is a neighbour: a proxy meant for the world would see customers' numbers, and a redirection would carry them elsewhere.
        _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = settings.Timeout };
    }

    /// <summary>Hands one message over. Does not end early: an answer that is on its way is worth waiting for, up to the timeout.</summary>
    public async Task<SendResult> SendAsync(ClaimedMessage message)
    {
        try
        {
            using var response = await _http.GetAsync(AddressOf(message), CancellationToken.None);
            return Judge(response.StatusCode, Shown(await response.Content.ReadAsStringAsync(CancellationToken.None), message));
        }
        catch (OperationCanceledException)
        {
            return new(SendVerdict.Transient, $"no answer within {_settings.Timeout.TotalSeconds:F0} s; it may have been taken");
        }
        catch (HttpRequestException fault)
        {
            return new(SendVerdict.Transient, $"no connection ({fault.HttpRequestError})");
        }
    }

    public void Dispose() => _http.Dispose();

    private static SendResult Judge(HttpStatusCode status, string words) => ((int)status, words) switch
    {
        (202 or 200, _) => new(SendVerdict.Accepted, words),
        (401 or 403 or 404 or 405 or (>= 300 and < 400), _) => new(SendVerdict.Misconfigured, $"{(int)status} {words}"),
        (408 or 429 or >= 500, _) => new(SendVerdict.Transient, $"{(int)status} {words}"),
        _ => new(SendVerdict.Refused, $"{(int)status} {words}"),
    };

    private Uri AddressOf(ClaimedMessage message)
    {
        // Kannel replaces %d and %A when it reports.
        var report = $"{_settings.ReportUrl}{(_settings.ReportUrl.Query.Length > 0 ? '&' : '?')}message={message.MessageId}" +
            $"&key={_credentials.ReportKey(message.MessageId)}&status=%d&reply=%A";
        (string Name, string Value)[] query =
        [
            ("username", _credentials.User), ("password", _credentials.Password), ("from", _settings.From), ("to", NumberOf(message.Mobile)),
            ("coding", SmsSegments.IsGsm7(message.Text) ? "0" : "2"), ("charset", "UTF-8"), ("text", message.Text),
            ("dlr-mask", $"{ReportMask}"), ("dlr-url", report),
        ];
        return new UriBuilder(_settings.SendUrl) { Query = string.Join('&', query.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}")) }.Uri;
    }

    private string NumberOf(string mobile) =>
        _settings.CountryCode.Length > 0 && mobile.StartsWith('0') ? _settings.CountryCode + mobile[1..] : mobile;

    /// <summary>Kannel's words on one short line, without the customer's number should they quote it.</summary>
    private static string Shown(string words, ClaimedMessage message)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        line = message.Mobile.Length > 0 ? line.Replace(message.Mobile, MobileMask.Of(message.Mobile), StringComparison.Ordinal) : line;

        // Masked before it is cut: half a number would be none that the mask knows.
        line = CardNumberMask.MaskLongDigits(line);
        return line.Length > MostWords ? line[..MostWords] + "..." : line;
    }
}
