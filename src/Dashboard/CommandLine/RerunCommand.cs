using System.CommandLine;
using Cycle.Jobs.Nights;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle rerun ACCOUNT</c>.</summary>
internal static class RerunCommand
{
    public static Command Make()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "An account that was set aside; `cycle status` names them." };
        var reason = new Option<string>("--reason") { Description = "What was done about the cause; kept with the account.", Required = true };
        var tariff = new Option<string?>("--tariff") { Description = "A corrected tariff: a shipped one's id or a file (default: the one each night began with)." };
        var output = Options.Out();
        var database = Options.Database();
        var command = new Command("rerun", "Runs the steps an account missed since it was set aside, after the cause is gone.")
        {
            account, reason, tariff, output, database,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
            {
                throw new UsageException("--reason: found nothing, expected what was done about the cause.");
            }

            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken, parsed.GetValue(output));
            var corrected = parsed.GetValue(tariff) is { } given
                ? (await TariffFile.ReadAsync(given, cancellationToken)).Text
                : null;
            var (dates, held) = await new AccountRerun(nightly.Database, nightly.Settings, corrected)
                .RunAsync(parsed.GetValue(account)!, Signature.Here, parsed.GetValue(reason)!, cancellationToken);
            Console.WriteLine(dates.Count == 1
                ? $"Account {parsed.GetValue(account)} was run for {dates[0]:yyyy-MM-dd}; it stands as if nothing had failed."
                : $"Account {parsed.GetValue(account)} was run for {dates.Count} nights, {dates[0]:yyyy-MM-dd} to {dates[^1]:yyyy-MM-dd}; it stands as if nothing had failed.");
            if (held.Count > 0)
            {
                Console.WriteLine(
                    $"Its cycle was released before, so its statement of {string.Join(", ", held.Select(date => $"{date:yyyy-MM-dd}"))} is held back; " +
                    "another person in finance lets it go on its page.");
            }

            return ExitCode.Done;
        }));
        return command;
    }
}
