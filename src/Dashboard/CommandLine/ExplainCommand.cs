using System.CommandLine;
using Cycle.Jobs.Audit;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle explain ACCOUNT STATEMENT-DATE</c>.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The account's token." };
        var date = new Argument<string>("STATEMENT-DATE") { Description = "The statement date, as yyyy-MM-dd." };
        var asJson = new Option<bool>("--json") { Description = "As JSON instead of text." };
        var database = Options.Database();
        var command = new Command("explain", "Says of every figure of a statement where it comes from.") { account, date, asJson, database };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            var text = parsed.GetValue(date)!;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var statementDate))
            {
                throw new UsageException($"STATEMENT-DATE: found '{text}', expected a date as yyyy-MM-dd.");
            }

            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken);
            var explanation = await new Explainer(nightly.Database).ExplainAsync(
                parsed.GetValue(account)!, statementDate, cancellationToken);
            Console.Write(parsed.GetValue(asJson) ? ExplanationText.Json(explanation) : ExplanationText.Text(explanation));
            return explanation.Recomputed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }
}
