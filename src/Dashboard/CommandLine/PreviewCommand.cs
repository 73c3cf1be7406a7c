using System.CommandLine;
using Cycle.Jobs.Outputs;
using Cycle.Ledger.Accounts;
using Cycle.Rendering;
using Cycle.Rendering.Samples;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle preview --sample NAME | --account A --date D</c>: one statement drawn with the theme as it is now.</summary>
internal static class PreviewCommand
{
    private const string DefaultSample = "ordinary";

    public static Command Make()
    {
        var sample = new Option<string?>("--sample")
        {
            Description = $"A made-up statement: {string.Join(", ", SampleStatement.NamesIn(CycleHome.Samples))} (default: {DefaultSample}).",
        };
        sample.AcceptOnlyFromAmong([.. SampleStatement.NamesIn(CycleHome.Samples)]);
        var account = new Option<string?>("--account") { Description = "An issued statement instead: the account's token." };
        var date = Options.Date();
        date.Required = false;
        date.Description = "With --account: the statement date, as yyyy-MM-dd.";
        var language = new Option<string?>("--language") { Description = "th or en (default: the holder's)." };
        language.AcceptOnlyFromAmong("th", "en");
        var theme = new Option<string?>("--theme") { Description = "The theme's folder (default: the one that CYCLE_THEME names, else theme)." };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "preview.pdf" };
        var database = Options.Database();
        var command = new Command("preview", "Draws one statement with the theme as it is now, to look at.")
        {
            sample, account, date, language, theme, output, database,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            if (parsed.GetValue(account) is null && parsed.GetResult(date) is not null)
            {
                throw new UsageException("--date: found without --account; expected both for an issued statement, neither for a sample.");
            }

            var file = Path.GetFullPath(parsed.GetValue(output)!);
            if (Directory.Exists(file) || !Directory.Exists(Path.GetDirectoryName(file)))
            {
                throw new UsageException($"--out: found {file}, expected a file in a folder that is there.");
            }

            var asked = Asked(parsed.GetValue(language));
            var look = parsed.GetValue(theme) is { } folder ? Theme.Load(folder) : Theme.InForce();
            var document = parsed.GetValue(account) is { } accountId
                ? await IssuedAsync(accountId, parsed.GetValue(sample), parsed.GetResult(date) is null ? null : parsed.GetValue(date), parsed.GetValue(database), cancellationToken)
                : SampleStatement.Read(CycleHome.Samples, parsed.GetValue(sample) ?? DefaultSample, asked);
            using var renderer = new StatementRenderer(look);
            var pdf = renderer.Render(InLanguage(document, asked));
            await File.WriteAllBytesAsync(file, pdf.Bytes, cancellationToken);
            Console.WriteLine($"{file}: {Counted(pdf.Pages, "page")}{(pdf.UnknownGlyphs == 0 ? "" : $", {Counted(pdf.UnknownGlyphs, "character")} that the font lacks")}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task<StatementDocument> IssuedAsync(
        string account, string? sample, DateOnly? date, string? database, CancellationToken cancellationToken)
    {
        if (sample is not null)
        {
            throw new UsageException("--sample and --account: found both, expected one of them.");
        }

        if (date is not { } statementDate)
        {
            throw new UsageException("--date: expected the statement's date with --account.");
        }

        await using var nightly = await Nightly.LookAsync(database, cancellationToken);
        return await new StatementPreview(nightly.Database).ReadAsync(account, statementDate, cancellationToken);
    }

    private static Language? Asked(string? language) => language switch
    {
        "th" => Language.Thai,
        "en" => Language.English,
        _ => null,
    };

    private static StatementDocument InLanguage(StatementDocument document, Language? language) =>
        language is { } asked ? document with { Account = document.Account with { Language = asked } } : document;

    private static string Counted(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";
}
