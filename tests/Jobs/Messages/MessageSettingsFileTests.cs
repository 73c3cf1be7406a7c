using Cycle.Jobs.Messages;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Messages;

/// <summary>Every problem of the settings is named with its place, what was found and what was expected.</summary>
public sealed class MessageSettingsFileTests : IDisposable
{
    private const string Kannel =
        """
        "sendUrl": "http://127.0.0.1:13013/cgi-bin/sendsms", "from": "CYCLE", "reportUrl": "http://127.0.0.1:8580/kannel/report"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cycle-settings-").FullName;

    [Fact]
    public void Settings_AreTheFileGateway_AsShippedAndWithoutAFile()
    {
        MessageSettingsFile.Read(Path.Combine(Checkout.Root, "settings", "messages.json")).ShouldBe(MessageSettings.Shipped);
        MessageSettingsFile.Read(Path.Combine(_folder, "none.json")).ShouldBe(MessageSettings.Shipped);
        MessageSettings.Shipped.Gateway.ShouldBe(GatewayKind.File);
    }

    [Fact]
    public void Kannel_IsReadWholly_WithEverySetting()
    {
        var settings = Read($$"""
            {"gateway": "kannel", "kannel": { {{Kannel}}, "messagesPerSecond": 3, "timeoutSeconds": 7, "attempts": 4, "firstRetrySeconds": 2,
             "longestRetrySeconds": 30, "quietHours": {"from": "21:00", "to": "08:00"}, "countryCode": "+66", "credentialsFile": "kannel-password.json" } }
            """).Kannel;

        settings.ShouldBe(new(
            new("http://127.0.0.1:13013/cgi-bin/sendsms"), "CYCLE", new("http://127.0.0.1:8580/kannel/report"), 3, TimeSpan.FromSeconds(7),
            new(4, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30)), new(new(21, 0), new(8, 0)), "+66", Path.Combine(_folder, "kannel-password.json")));
    }

    [Theory]
    [InlineData("""{"gateway": "pigeon"}""", """$.gateway: found "pigeon", expected "file" or "kannel" """)]
    [InlineData("""{"gateway": "kannel"}""", "$.kannel: found nothing, expected the settings of Kannel, since the gateway is kannel")]
    [InlineData("""{"gateway": "file", "\ud800": 1}""", "found a text with half a surrogate pair, expected \\uD800 to \\uDFFF in pairs only")]
    [InlineData("""{"gateway": 7}""", """$.gateway: found 7, expected "file" or "kannel" """)]
    [InlineData("""{"gatway": "file", "gateway": "file"}""", "$.gatway: found a setting of this name, expected one of gateway, kannel, templates")]
    [InlineData("""{"gateway": "file", "templates": "nowhere"}""", """$.templates: found "nowhere", expected a folder with th, en and limits.json""")]
    [InlineData("[]", """found no object, expected {"gateway": "file"}""")]
    public void Problem_IsNamedWithItsPlace_WhenTheFileIsWrong(string content, string expected) =>
        Problems(content).ShouldBe([expected.TrimEnd()]);

    [Theory]
    [InlineData("\"from\": \"CYCLE\"", "\"from\": \"a sender that is far too long\"", "$.kannel.from: found \"a sender that is far too long\", expected up to 11 letters and digits, or a number of up to 16 digits")]
    [InlineData("\"from\": \"CYCLE\"", "\"from\": \"CYCLE\", \"messagesPerSecond\": 0", "$.kannel.messagesPerSecond: found 0, expected a whole number from 1 to 1000")]
    [InlineData("\"from\": \"CYCLE\"", "\"from\": \"CYCLE\", \"messagesPerSecond\": 1.5", "$.kannel.messagesPerSecond: found 1.5, expected a whole number from 1 to 1000")]
    [InlineData("/kannel/report", "/report%20", "$.kannel.reportUrl: found \"http://127.0.0.1:8580/report%20\", expected an http or https address without % and #")]
    [InlineData("http://127.0.0.1:13013", "ftp://127.0.0.1", "$.kannel.sendUrl: found \"ftp://127.0.0.1/cgi-bin/sendsms\", expected an http or https address without % and #")]
    [InlineData("\"from\": \"CYCLE\"", "\"from\": \"CYCLE\", \"quietHours\": {\"from\": \"21:00\", \"to\": \"21:00\"}", "$.kannel.quietHours.to: found \"21:00\", expected a time as HH:mm, Asia/Bangkok, other than from")]
    [InlineData("\"from\": \"CYCLE\"", "\"from\": \"CYCLE\", \"password\": \"x\"", "$.kannel.password: found a setting of this name, expected one of attempts, countryCode, credentialsFile, firstRetrySeconds, from, longestRetrySeconds, messagesPerSecond, quietHours, reportUrl, sendUrl, timeoutSeconds")]
    public void Problem_IsNamedWithItsPlace_WhenASettingOfKannelIsWrong(string right, string wrong, string expected) =>
        Problems($$"""{"gateway": "kannel", "kannel": { {{Kannel.Replace(right, wrong, StringComparison.Ordinal)}} } }""").ShouldBe([expected]);

    [Fact]
    public void Credentials_AreRefused_WhenOthersMayReadTheirFile()
    {
        var file = Path.Combine(_folder, "kannel-password.json");
        File.WriteAllText(file, """{"user": "cycle", "password": "not-to-be-shown"}""");
        var settings = Read($$"""{"gateway": "kannel", "kannel": { {{Kannel}}, "credentialsFile": "kannel-password.json" } }""").Kannel!;
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Should.Throw<SettingsException>(() => KannelCredentials.Read(settings)).Message.ShouldBe(
            $"{file}: found that others than its owner may read or write it, expected its owner alone. Run `chmod 600 {file}`.");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        KannelCredentials.Read(settings).ToString().ShouldBe("cycle");
        File.WriteAllText(file, "not-to-be-shown");
        Should.Throw<SettingsException>(() => KannelCredentials.Read(settings)).ToString().ShouldNotContain("not-to-be-shown");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private MessageSettings Read(string content)
    {
        var file = Path.Combine(_folder, "messages.json");
        File.WriteAllText(file, content);
        return MessageSettingsFile.Read(file);
    }

    private string[] Problems(string content) =>
        Should.Throw<SettingsException>(() => Read(content)).Message.Replace(_folder + "/messages.json: ", "", StringComparison.Ordinal).Split('\n');
}
