namespace Cycle.Bench.Portfolio;

/// <summary>What kind of portfolio is made. The same options give the same bytes.</summary>
internal sealed record PortfolioOptions
{
    public ulong Seed { get; init; } = 2026;

    public int Accounts { get; init; } = 200;

    public DateOnly From { get; init; } = new(2026, 7, 1);

    /// <summary>Cycles to cover, 1 to 36.</summary>
    public int Months { get; init; } = 3;

    public string Out { get; init; } = "";

    /// <summary>Purchases and the like a month and account, on average.</summary>
    public int Postings { get; init; } = 5;

    /// <summary>Percent of accounts that pay less than the statement.</summary>
    public int Revolvers { get; init; } = 35;

    /// <summary>Percent of accounts that pay late or not at all.</summary>
    public int Overdue { get; init; } = 12;

    /// <summary>Percent of accounts that buy abroad.</summary>
    public int Travellers { get; init; } = 25;

    /// <summary>Percent of accounts that draw cash.</summary>
    public int Cash { get; init; } = 20;

    /// <summary>Spoilt rows in a thousand.</summary>
    public int Bad { get; init; } = 4;

    /// <summary>The statement day of every account, 1 to 31; 0 spreads them over the month.</summary>
    public int StatementDay { get; init; }

    /// <summary>The last business date: two weeks after the last cycle, so that its due dates and fees are inside.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(14);

    /// <exception cref="FormatException">A word is unknown or its value not as expected.</exception>
    public static PortfolioOptions Parse(IReadOnlyList<string> words)
    {
        var options = new PortfolioOptions();
        for (var i = 0; i < words.Count; i += 2)
        {
            options = options.With(words[i], i + 1 < words.Count ? words[i + 1] : "");
        }

        return options.Out.Length > 0 ? options : throw new FormatException("No --out found.");
    }

    private PortfolioOptions With(string name, string value) => name switch
    {
        "--seed" when ulong.TryParse(value, out var seed) => this with { Seed = seed },
        "--accounts" => this with { Accounts = Number(name, value, 1, 9_999_999) },
        "--from" when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var from) => this with { From = from },
        "--months" => this with { Months = Number(name, value, 1, 36) },
        "--out" when value.Length > 0 => this with { Out = value },
        "--postings" => this with { Postings = Number(name, value, 1, 90) },
        "--revolvers" => this with { Revolvers = Number(name, value, 0, 100) },
        "--overdue" => this with { Overdue = Number(name, value, 0, 100) },
        "--travellers" => this with { Travellers = Number(name, value, 0, 100) },
        "--cash" => this with { Cash = Number(name, value, 0, 100) },
        "--bad" => this with { Bad = Number(name, value, 0, 500) },
        "--statement-day" => this with { StatementDay = Number(name, value, 1, 31) },
        _ => throw new FormatException($"Found '{name} {value}'."),
    };

    private static int Number(string name, string value, int min, int max) =>
        int.TryParse(value, out var number) && number >= min && number <= max
            ? number
            : throw new FormatException($"{name} '{value}' found; a number from {min} to {max} expected.");
}
