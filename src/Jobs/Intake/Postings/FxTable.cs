namespace Cycle.Jobs.Intake.Postings;

/// <summary>The rates that serve a posting date: those of the latest table not more than seven days older, or none.</summary>
/// <param name="date">The date of that table, if there is one.</param>
internal sealed class FxTable(DateOnly? date)
{
    /// <summary>A table serves its own date and so many days after (rules.md section 3).</summary>
    public const int DaysServed = 7;

    private readonly Dictionary<(string Network, string Currency), decimal> _rates = [];

    /// <summary>The date of the table, if there is one.</summary>
    public DateOnly? Date => date;

    /// <summary>Adds a rate, THB for one unit.</summary>
    public void Add(string network, string currency, decimal rate) => _rates.Add((network, currency), rate);

    /// <summary>The rate of a currency on a network; none when the table does not list it.</summary>
    public decimal? Rate(string network, string currency) => _rates.TryGetValue((network, currency), out var rate) ? rate : null;
}
