using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Intake.Masters;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Opening;
using Cycle.Ledger.Postings;
using static Cycle.Jobs.Intake.Openings.OpeningColumns;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>Reads the rows of an opening file, each by itself.</summary>
/// <param name="file">The file.</param>
internal sealed class OpeningRowReader(CsvFile file)
{
    private const int MostMonths = 36;

    private static readonly Dictionary<string, PostingKind> ItemKinds =
        Enum.GetValues<PostingKind>().Where(kind => kind.IsPrincipal()).ToDictionary(kind => kind.Name(), StringComparer.Ordinal);

    /// <summary>The current row.</summary>
    public OpeningRow Read()
    {
        var cells = new OpeningCells(file);
        var name = file[OpeningColumns.Record];
        var (postingId, cardId) = (file[OpeningColumns.PostingId], file[OpeningColumns.CardId]);
        var accountId = cells.Masters.Text(AccountId);
        OpeningRecord? record = null;
        if (cells.Masters.AreComplete() && cells.IsRecord(name))
        {
            record = Read(name, cells.Masters.Key(AccountId), cells);
        }

        var why = cells.Masters.Rejection;
        return new(file.Line, name == Head, accountId, postingId, cardId, why is null ? record : null, why);
    }

    private static OpeningRecord Read(string record, string accountId, OpeningCells cells) => record switch
    {
        Head => new OpeningHead(
            accountId, cells.Date(StatementDate), cells.Masters.Date(DueDate, mayBeBlank: true), cells.Signed(Amount), cells.Money(MinimumPayment)),
        "ITEM" => Item(cells),
        "REDUCTION" => new OpeningReduction(cells.Posting(), cells.Date(ValueDate), cells.AboveZero(Amount)),
        "PLAN" => Plan(cells),
        "PART" => new OpeningPart(
            cells.Posting(), cells.Masters.Number(Part, 1, MostMonths), cells.Date(StatementDate), cells.AboveZero(Outstanding),
            cells.Grace(mayBeBlank: false).GetValueOrDefault()),
        "FEE" => new OpeningFee(
            cells.Posting(), cells.Card(mayBeBlank: true), cells.Masters.Word(Kind, [.. FeeKinds.All]), cells.Date(PostingDate),
            cells.Masters.Date(StatementDate, mayBeBlank: true), cells.AboveZero(Amount), cells.Money(Outstanding)),
        "INTEREST" => new OpeningInterest(cells.Date(StatementDate), cells.AboveZero(Amount), cells.AboveZero(Outstanding)),
        _ => new OpeningBucket(cells.Date(StatementDate), cells.Date(DueDate), cells.AboveZero(MinimumPayment), cells.AboveZero(Amount)),
    };

    private static OpeningItem Item(OpeningCells cells)
    {
        var (postingId, cardId) = (cells.Posting(), cells.Card(mayBeBlank: false));
        var kind = ItemKinds.GetValueOrDefault(cells.Masters.Word(Kind, ItemKinds.Keys));
        var amount = cells.AboveZero(Amount);
        return new(
            postingId, cardId, kind, cells.Date(TransactionDate), cells.Date(PostingDate), cells.Date(StatementDate), cells.Original(amount),
            amount, cells.Money(Outstanding), cells.Grace(mayBeBlank: true), cells.Masters.Text(Merchant));
    }

    private static OpeningPlan Plan(OpeningCells cells)
    {
        var (postingId, cardId, amount) = (cells.Posting(), cells.Card(mayBeBlank: false), cells.AboveZero(Amount));
        return new(
            postingId, cardId, cells.Date(TransactionDate), cells.Date(PostingDate), cells.Original(amount), amount,
            cells.Masters.Number(Months, 2, MostMonths), cells.Masters.Number(Part, 1, MostMonths), cells.Masters.Text(Merchant));
    }
}
