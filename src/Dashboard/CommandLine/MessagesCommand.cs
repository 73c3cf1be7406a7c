using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cycle.Jobs.Messages;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle messages</c>: where messages are, what happened to one, and resending dead letters.</summary>
internal static class MessagesCommand
{
    private const int UsualRows = 20;
    private const int MostRows = 100_000;

    public static Command Make()
    {
        var dead = new Option<bool>("--dead") { Description = "Only dead letters and messages that were not delivered." };
        var most = Options.Number("--most", "How many rows at most, the newest.", UsualRows, 1, MostRows);
        var database = Options.Database();
        var command = new Command("messages", "Shows where messages are on their way; resends those that did not arrive.") { dead, most, database, Show(), Resend() };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken);
            var desk = new MessageDesk(nightly.Database);
            string[] states = parsed.GetValue(dead) ? [MessageStates.Dead, MessageStates.Undelivered] : [];
            await SayAsync(desk, states, parsed.GetValue(most), cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<long>("ID") { Description = "The message's number.", CustomParser = Number };
        var database = Options.Database();
        var command = new Command("show", "Shows everything that happened to a message.") { id, database };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken);
            var (desk, message) = (new MessageDesk(nightly.Database), parsed.GetValue(id));
            var state = await desk.StateAsync(message, cancellationToken);
            var events = await desk.EventsAsync(message, cancellationToken);
            foreach (var happened in events)
            {
                Console.WriteLine($"{happened.At:yyyy-MM-dd HH:mm:ss}Z  {happened.Event,-13}  {happened.Detail}  ({happened.By})");
            }

            Console.WriteLine(events.Count == 0 ? $"Message {message} is {state}. Nothing is recorded of it: it was not handed to a network." : "");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Resend()
    {
        var id = new Argument<long?>("ID")
        {
            Description = "The message's number.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = given => given.Tokens.Count == 0 ? null : Number(given),
        };
        var allDead = new Option<bool>("--all-dead") { Description = "Every dead letter." };
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", Required = true };
        var database = Options.Database();
        var command = new Command("resend", "Queues a dead letter, or a message that was not delivered, again.") { id, allDead, reason, database };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            var (message, all, why) = (parsed.GetValue(id), parsed.GetValue(allDead), parsed.GetValue(reason)!);
            if (message is null != all)
            {
                throw new UsageException("resend: found " + (all ? "both a message and --all-dead" : "neither a message nor --all-dead") + ", expected one of them.");
            }

            if (string.IsNullOrWhiteSpace(why))
            {
                throw new UsageException("--reason: found nothing, expected why it is sent again.");
            }

            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken);
            var (desk, now) = (new MessageDesk(nightly.Database), TimeProvider.System.GetUtcNow());
            var queued = 1;
            if (message is { } one)
            {
                await desk.ResendAsync(one, why, Signature.Here, now, cancellationToken);
            }
            else
            {
                queued = await desk.ResendAllDeadAsync(why, Signature.Here, now, cancellationToken);
            }

            Console.WriteLine($"{queued} {(queued == 1 ? "message is" : "messages are")} queued again; `cycle send` sends them.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static long Number(ArgumentResult given)
    {
        if (long.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        given.AddError($"ID: found '{given.Tokens[0].Value}', expected a number that `cycle messages` shows.");
        return 0;
    }

    private static async Task SayAsync(MessageDesk desk, string[] states, int most, CancellationToken cancellationToken)
    {
        var counts = await desk.CountsAsync(cancellationToken);
        string[] all = [MessageStates.Queued, MessageStates.Sending, MessageStates.Sent, MessageStates.Delivered, MessageStates.Undelivered, MessageStates.Dead];
        Console.WriteLine(string.Join(", ", all.Select(state => $"{state} {counts.GetValueOrDefault(state):N0}")));
        foreach (var message in await desk.ListAsync(states, most, cancellationToken))
        {
            Console.WriteLine(
                $"{message.MessageId,8}  {message.BusinessDate:yyyy-MM-dd}  {message.AccountId,-12}  {message.Kind,-16}  {message.Mobile,-12}  {message.State,-11}  {message.Attempts,2}  {message.LastWord}");
        }
    }
}
