using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Cycle.Dashboard.CommandLine;

/// <summary>
/// What a host that serves says on the console: words, as every command does. A stack trace tells nothing to whoever watches the nights,
/// and libraries put it into their messages too; the whole of a fault that does not pass by itself is kept in the log of faults.
/// </summary>
/// <param name="suggested">Commands that the words suggest.</param>
internal sealed class WordsFormatter(SuggestedCommands suggested) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "words";

    private const string Indent = "      ";
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";
    private const int FailedToStart = 11;

    /// <summary>Said after the fault that stops a host, of settings that only a programmer can change.</summary>
    private const int HostIsStoppingForIt = 10;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry is { Category: "Microsoft.Extensions.Hosting.Internal.Host", EventId.Id: HostIsStoppingForIt })
        {
            return;
        }

        if (logEntry is { Category: Host, EventId.Id: FailedToStart })
        {
            // Whoever started it says why, and keeps the fault.
            return;
        }

        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.Write($"{Short(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}]\n");
        var said = "";
        foreach (var words in FaultText.WithoutTrace(message).Concat(FaultText.Causes(logEntry.Exception).SelectMany(cause => FaultText.WithoutTrace(cause.Message))))
        {
            // A fault is often wrapped in another that repeats its words.
            if (!said.Contains(words, StringComparison.Ordinal))
            {
                said += words;
                textWriter.Write($"{Indent}{CardNumberMask.MaskLongDigits(suggested.In(words))}\n");
            }
        }

        if (logEntry.Exception is { } fault && !FaultText.Causes(fault).Any(TransientFault.Is))
        {
            FaultLog.Write(fault);
        }
    }

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        _ => "dbug",
    };
}
