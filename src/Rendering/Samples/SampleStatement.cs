using System.Text.Json;
using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Tariffs;

namespace Cycle.Rendering.Samples;

/// <summary>
/// A made-up statement from a file, to look at a theme with and to measure with. Sums and balances are worked out from its lines, so
/// that whoever changes a line need not do sums.
/// </summary>
public static class SampleStatement
{
    private const string Extension = ".json";

    /// <summary>The samples of a folder by name, in order.</summary>
    public static IReadOnlyList<string> NamesIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Reads a sample.</summary>
    /// <param name="folder">The folder of samples.</param>
    /// <param name="name">Its name: the file's without the extension.</param>
    /// <param name="language">The language to draw it in; null for the one the sample names.</param>
    /// <exception cref="RenderingException">There is no such sample, or its file is not as described; the message names it.</exception>
    public static StatementDocument Read(string folder, string name, Language? language = null)
    {
        var path = Path.Combine(folder, name + Extension);
        try
        {
            var file = JsonSerializer.Deserialize<SampleFile>(File.ReadAllBytes(path), SampleJson.Options)
                ?? throw new RenderingException($"The sample {path} is empty.");
            return Of(file, language ?? (file.Language == "en" ? Language.English : Language.Thai));
        }
        catch (FileNotFoundException missing)
        {
            throw new RenderingException($"There is no sample '{name}' in {folder}; found: {string.Join(", ", NamesIn(folder))}.", missing);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or IOException)
        {
            throw new RenderingException($"The sample {path} cannot be used: {wrong.Message}", wrong);
        }
    }

    private static StatementDocument Of(SampleFile file, Language language)
    {
        var holder = language == Language.Thai ? file.Thai : file.English;
        var account = new Account(
            file.AccountId, "SAMPLE", holder.Name, "MC_PLATINUM", false, file.CreditLimit, file.StatementDate.Day, language, file.Mobile, false, holder.Address, file.Postcode);
        var cards = file.Cards.Select(card => card.Of(file.AccountId)).ToList();
        var lines = file.Lines.Select(line => line.Of(cards)).ToList();
        var statement = StatementOf(file, lines);
        return new(
            account, cards, statement, file.CreditLimit - statement.NewBalance, file.AnnualRate,
            new(file.MinimumShare, MinimumRounding.BahtDown, file.MinimumFloor),
            [.. file.Spending.Select(cycle => new CycleSpending(cycle.Date, cycle.Amount)), CycleSpending.Of(statement)],
            file.Points);
    }

    private static Statement StatementOf(SampleFile file, List<StatementLine> lines)
    {
        var legs = file.Legs.Select(leg => leg.Of(file.AnnualRate)).ToList();
        var interest = Money.Sum(legs.Select(leg => leg.Amount));
        var instalments = SumOf(lines, "INSTALMENT");
        var balance = file.PreviousBalance + Money.Sum(lines.Select(line => line.Amount)) + interest;
        var share = MinimumPayment.ShareOf(balance - instalments, file.MinimumShare, MinimumRounding.BahtDown);
        var minimum = balance.IsPositive ? Money.Min(balance, Money.Max(file.MinimumFloor, share) + instalments) : Money.Zero;
        return new(
            file.AccountId, file.StatementDate, file.DueDate, file.PreviousBalance, -SumOf(lines, "PAYMENT"), -SumOf(lines, "REFUND", "REVERSAL"),
            SumOf(lines, "PURCHASE", "TAX_PAYMENT"), SumOf(lines, "CASH_ADVANCE"), instalments,
            Money.Sum(lines.Where(line => line.Kind.StartsWith("FEE_", StringComparison.Ordinal)).Select(line => line.Amount)),
            interest, balance, minimum, file.OverdueCycles, file.OverdueAmount, lines, legs);
    }

    private static Money SumOf(IEnumerable<StatementLine> lines, params string[] kinds) =>
        Money.Sum(lines.Where(line => kinds.Contains(line.Kind)).Select(line => line.Amount));
}
