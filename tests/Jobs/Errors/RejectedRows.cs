using System.Globalization;
using System.Text.RegularExpressions;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Tests.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Errors;

/// <summary>
/// Rejected rows: those of the shipped fixtures, whose every byte the replay tests, and a few that masters and openings add, given to the
/// real intake.
/// </summary>
internal static partial class RejectedRows
{
    private static readonly Dictionary<string, string> Remedies = new(StringComparer.Ordinal)
    {
        [RejectReasons.MalformedRow] = "Correct the cell that the detail names.",
        [RejectReasons.UnknownKind] = "Correct the kind. What is none of these is not booked on a card.",
        [RejectReasons.BadAmount] = "Write the amount with a point and no separators, above zero, with the currency's decimals. The kind tells the direction, never a sign.",
        [RejectReasons.BadCurrency] = "Write the ISO 4217 code in capitals.",
        [RejectReasons.BadDate] = "Correct the date. A posting of a later date belongs into the file of that date.",
        [RejectReasons.DuplicatePosting] = "Nothing, when the row was sent twice. A different posting needs an id of its own.",
        [RejectReasons.UnknownCard] = "Send the card in a card master of the date or before, then the row again.",
        [RejectReasons.CardNotActive] = "Send the activation in a card master, then the row again; else the acquirer must take the charge back.",
        [RejectReasons.CardCancelled] = "The acquirer must take the charge back. Credits are still taken.",
        [RejectReasons.NoFxRate] = "Send the rate table, or the row with the amount the scheme billed.",
        [RejectReasons.UnknownOriginal] = "Correct the id, or send the original first. A refund may name none.",
        [RejectReasons.ReversalMismatch] = "Send the whole amount in the original's currency, on its card. What comes back in part is a REFUND.",
        [RejectReasons.ChannelLimit] = "Ask whoever collected the payment: the channel must not have taken it.",
        [RejectReasons.UnknownAccount] = "Send the account in an account master of the date or before, then the row again.",
        [RejectReasons.AccountNotNew] = "An account is opened once. Correct it by postings.",
        [RejectReasons.OpeningMismatch] = "Correct the figure that the detail names in the other system's extract; see opening-balances.md.",
        [RejectReasons.OpeningIncomplete] = "Correct the row that the detail names and send all rows of the account again.",
    };

    /// <summary>Every reason, in the order of the page.</summary>
    public static IEnumerable<string> Reasons => Remedies.Keys;

    /// <summary>One example of every wording, by reason in the order in which reasons are given.</summary>
    public static async Task<List<(string Reason, string Remedy, List<ErrorCase> Cases)>> CasesAsync(IntakeBench bench)
    {
        var all = OfFixtures().Concat(await OfIntakeAsync(bench)).ToList();
        return [.. Remedies.Select(remedy => (remedy.Key, remedy.Value, all.Where(found => found.Reason == remedy.Key)
            .DistinctBy(found => Values().Replace(found.Case.Message, "#")).Select(found => found.Case).ToList()))];
    }

    private static IEnumerable<(string Reason, ErrorCase Case)> OfFixtures()
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.Fixtures, "rejects.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(Path.GetDirectoryName(file))!;
            foreach (var cells in File.ReadLines(file).Skip(1).Select(row => row.Split(',', 5)))
            {
                var text = File.ReadLines(Path.Combine(folder, cells[0])).ElementAt(int.Parse(cells[1], CultureInfo.InvariantCulture) - 1);
                var detail = cells[4].StartsWith('"') ? cells[4][1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cells[4];
                yield return (cells[3], new("", $"{Path.GetFileName(folder)}/{cells[0]} line {cells[1]}", text, detail, ""));
            }
        }
    }

    private static async Task<List<(string Reason, ErrorCase Case)>> OfIntakeAsync(IntakeBench bench)
    {
        (string Name, string[] Lines)[] files =
        [
            ("cards-2026-08-01.csv", [CardHeader, Card("C7", "A7", "visa")]),
            ("opening-2026-08-01.csv", [OpeningRows.Header, OpeningRows.Head(), OpeningRows.Item("N1", amount: "x")]),
            ("opening-2026-08-01-2.csv", [OpeningRows.Header, OpeningRows.Head(), OpeningRows.Item("N1")]),
            ("opening-2026-08-01-3.csv", [OpeningRows.Header, OpeningRows.Head(), OpeningRows.Item("N2")]),
        ];
        var found = new List<(string, ErrorCase)>();
        foreach (var (name, lines) in files)
        {
            await (name[0] == 'c' ? bench.TakeMasterAsync(name, lines) : bench.OpenAsync(name, lines.Skip(1)));
            foreach (var reject in await bench.QueryAsync($"select line, reason, detail from rejects where file_name = '{name}' order by line"))
            {
                var cells = reject.Split('|');
                var line = int.Parse(cells[0], CultureInfo.InvariantCulture);
                found.Add((cells[1], new("", $"{name} line {line}", lines[line - 1], cells[2], "")));
            }
        }

        return found;
    }

    /// <summary>What differs from one example of a wording to the next.</summary>
    [GeneratedRegex("'[^']*'|[A-Z_]{3,}|[0-9]+([-.][0-9]+)*")]
    private static partial Regex Values();
}
