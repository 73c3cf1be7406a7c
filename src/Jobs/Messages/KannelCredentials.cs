using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cycle.Jobs.Messages;

/// <summary>User and password of Kannel's sendsms-user. Never printed: its text is only the user's name.</summary>
public sealed class KannelCredentials
{
    /// <summary>The environment variable with the user.</summary>
    public const string UserVariable = "CYCLE_KANNEL_USER";

    /// <summary>The environment variable with the password.</summary>
    public const string PasswordVariable = "CYCLE_KANNEL_PASSWORD";

    private const int KeyLetters = 32;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Credentials known already.</summary>
    /// <param name="user">The user.</param>
    /// <param name="password">The password.</param>
    public KannelCredentials(string user, string password) => (User, Password) = (user, password);

    /// <summary>The user.</summary>
    public string User { get; }

    /// <summary>The password.</summary>
    internal string Password { get; }

    /// <summary>Reads the credentials from the settings' file, else from the environment.</summary>
    /// <param name="settings">The settings.</param>
    /// <exception cref="SettingsException">They are not there, or the file can be read by others.</exception>
    public static KannelCredentials Read(KannelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.CredentialsFile is { } file)
        {
            return FromFile(file);
        }

        return Environment.GetEnvironmentVariable(UserVariable) is { Length: > 0 } user
            && Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password
            ? new(user, password)
            : throw new SettingsException(
                $"Kannel's user and password are not known: found no kannel.credentialsFile in messages.json, and {UserVariable} and {PasswordVariable} not both set. Give one of them.");
    }

    /// <summary>
    /// The key that a delivery report of a message must show: who does not know the password cannot invent reports. A changed
    /// password makes reports of messages sent before it strangers; they are refused, and the messages stay sent.
    /// </summary>
    /// <param name="messageId">The message.</param>
    public string ReportKey(long messageId) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Password), Encoding.ASCII.GetBytes($"cycle-report:{messageId}")))[..KeyLetters];

    /// <summary>Whether a report's key is the message's, told in a time that does not depend on where they differ.</summary>
    internal bool IsKeyOf(long messageId, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ReportKey(messageId)), Encoding.UTF8.GetBytes(key));

    /// <summary>The user's name only.</summary>
    public override string ToString() => User;

    private static KannelCredentials FromFile(string file)
    {
        const string expected = "{\"user\": \"...\", \"password\": \"...\"}";
        try
        {
            var mode = File.GetUnixFileMode(file);
            if ((mode & Others) != 0)
            {
                throw new SettingsException($"{file}: found that others than its owner may read or write it, expected its owner alone. Run `chmod 600 {file}`.");
            }

            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return new(
                json.RootElement.GetProperty("user").GetString() ?? throw new KeyNotFoundException(),
                json.RootElement.GetProperty("password").GetString() ?? throw new KeyNotFoundException());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The cause is not passed on: it may quote the file.
            throw new SettingsException($"{file}: found something else, expected {expected}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{file}: found no file that can be read, expected {expected}.");
        }
    }
}
