using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;

namespace Cycle.Rendering.Statements;

/// <summary>The lines of one card, or of the account itself.</summary>
/// <param name="Title">Whose lines they are, in words.</param>
/// <param name="CardNumber">The masked number; empty for the account's own lines.</param>
/// <param name="HolderName">The name on the card; may be empty.</param>
/// <param name="Lines">The lines in the statement's order, at least one.</param>
internal sealed record LineGroup(string Title, string CardNumber, string HolderName, IReadOnlyList<StatementLine> Lines)
{
    /// <summary>What the group is called away from its heading.</summary>
    internal string Name { get; } = CardNumber.Length > 0 ? $"{Title} {CardNumber}" : Title;

    /// <summary>The groups in printing order: primary, supplementary cards, cards the master no longer tells, the account.</summary>
    internal static IReadOnlyList<LineGroup> Of(StatementContent content)
    {
        var byCard = content.Document.Statement.Lines.GroupBy(line => line.CardId).ToDictionary(lines => lines.Key, lines => lines.ToList());
        var groups = new List<LineGroup>();
        foreach (var card in content.Document.Cards)
        {
            if (byCard.Remove(card.CardId, out var lines))
            {
                var title = card.Role == CardRole.Primary ? content.Words.PrimaryCard : content.Words.SupplementaryCard;
                groups.Add(new(title, Printed.CardNumber(card.Last4), card.HolderName, lines));
            }
        }

        byCard.Remove("", out var charges);
        foreach (var (_, lines) in byCard.OrderBy(card => card.Key, StringComparer.Ordinal))
        {
            groups.Add(new(content.Words.UnknownCard, "", "", lines));
        }

        if (charges is not null)
        {
            groups.Add(new(content.Words.AccountCharges, "", "", charges));
        }

        return groups;
    }
}
