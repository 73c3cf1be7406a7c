namespace Cycle.Jobs.Messages;

/// <summary>How Kannel is spoken to (docs/kannel.md).</summary>
/// <param name="SendUrl">The smsbox's sendsms address.</param>
/// <param name="From">The sender customers see: up to 11 letters and digits, or a number.</param>
/// <param name="ReportUrl">Where Kannel brings delivery reports: an address of this program as Kannel reaches it.</param>
/// <param name="MessagesPerSecond">Messages handed over a second at most.</param>
/// <param name="Timeout">How long an answer is waited for.</param>
/// <param name="Retries">When and how often a message is tried again.</param>
/// <param name="QuietHours">When nothing is sent; null sends at any hour.</param>
/// <param name="CountryCode">What a leading 0 of a number is replaced by, such as +66; empty sends numbers as the master has them.</param>
/// <param name="CredentialsFile">Where user and password stand; null takes them from the environment.</param>
public sealed record KannelSettings(
    Uri SendUrl,
    string From,
    Uri ReportUrl,
    int MessagesPerSecond,
    TimeSpan Timeout,
    Retries Retries,
    QuietHours? QuietHours,
    string CountryCode,
    string? CredentialsFile);
