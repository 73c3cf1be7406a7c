using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights;

/// <summary>Which statements a night tells of as due (rules.md section 9).</summary>
internal sealed class NoticedStatements
{
    private readonly DateOnly _cutBefore;
    private readonly IReadOnlyList<DateOnly> _dueOfCutBefore;

    /// <summary>Those of a night.</summary>
    public NoticedStatements(Night night)
    {
        (First, Last) = DueNoticeDates.On(night.Date, date => night.Earlier.Of(date).DueNoticeDays.On(date));
        _cutBefore = night.Date.AddDays(-1);

        // A night tells of statements before it makes those of its date: of one whose day was past when it was made, the next night tells.
        _dueOfCutBefore =
        [
            .. DueNoticeDates.OfStatements(_cutBefore, night.Earlier.Of(_cutBefore).Products.Values)
                .Where(due => due >= night.Date && due < First),
        ];
    }

    /// <summary>The first nominal due date that is told of, of statements of any date.</summary>
    public DateOnly First { get; }

    /// <summary>The last one.</summary>
    public DateOnly Last { get; }

    /// <summary>SQL that gives the column <c>account_id</c> of accounts that may have one: by index, date by date, for a night of a change has several.</summary>
    public string Accounts => string.Join(
        " union ",
        [
            .. Dates.Select(LastDueOn),
            .. _dueOfCutBefore.Select(due => $"{LastDueOn(due)} and last_cut = {Sql.Date(_cutBefore)}"),
            $"select account_id from accounts where {AnyOlder} and sms_opt_in",
        ]);

    /// <summary>SQL that is true of <c>accounts</c> with such a statement before the last one.</summary>
    public string AnyOlder =>
        $"older_nominal_due_dates is not null and older_nominal_due_dates && array[{string.Join(", ", Dates.Select(Sql.Date))}]";

    private IEnumerable<DateOnly> Dates => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);

    /// <summary>Whether a statement is told of.</summary>
    public bool Include(LastStatement statement) => (statement.DueDate >= First && statement.DueDate <= Last)
        || (statement.StatementDate == _cutBefore && _dueOfCutBefore.Contains(statement.DueDate));

    private static string LastDueOn(DateOnly due) => $"select account_id from accounts where due_date = {Sql.Date(due)} and sms_opt_in";
}
