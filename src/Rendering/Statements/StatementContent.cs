using Cycle.Ledger.Accounts;
using Cycle.Rendering.Drawing.Vector;

namespace Cycle.Rendering.Statements;

/// <summary>What every part of a statement draws from: the document, the words of its language, the styles.</summary>
internal sealed record StatementContent(StatementDocument Document, Wording Words, Issuer Issuer, VectorPicture? Logo, Styles Styles)
{
    internal Palette Palette => Styles.Palette;

    internal Language Language => Document.Account.Language;

    /// <summary>The account's first card as anyone may see it; empty when the master tells none.</summary>
    internal string PrimaryCardNumber => Document.Cards.Count == 0 ? "" : Printed.CardNumber(Document.Cards[0].Last4);

    internal string Date(DateOnly date) => Printed.Date(date, Language);
}
