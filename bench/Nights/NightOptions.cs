using System.Globalization;
using Cycle.Bench.Portfolio;

namespace Cycle.Bench.Nights;

/// <summary>What night is measured, and how often.</summary>
internal sealed record NightOptions
{
    public const string Usage =
        "night [--accounts N,N,...] [--postings N an account] [--rounds N] [--workers N] [--partition N] [--no-pdf] [--no-floors] [--fresh] [--keep] " +
        "[--seed N] [--revolvers PERCENT] [--overdue PERCENT] [--travellers PERCENT] [--cash PERCENT] [--bad PERMILLE] [--results DIR]";

    private const int MostAccounts = 9_999_999;

    /// <summary>How many accounts, all due on one date; one measurement each.</summary>
    public IReadOnlyList<int> Accounts { get; init; } = [10_000];

    /// <summary>Rows of the measured night an account.</summary>
    public int Postings { get; init; } = 10;

    public int Rounds { get; init; } = 3;

    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Accounts a partition; 0 for the program's own.</summary>
    public int Partition { get; init; }

    /// <summary>Whether statements are drawn.</summary>
    public bool DrawsPdfs { get; init; } = true;

    /// <summary>Whether the floors are measured too.</summary>
    public bool HasFloors { get; init; } = true;

    /// <summary>Whether a portfolio made and prepared before is thrown away.</summary>
    public bool IsFresh { get; init; }

    /// <summary>Whether the prepared portfolio stays for the next time.</summary>
    public bool Keeps { get; init; }

    public ulong Seed { get; init; } = 2026;

    public int Revolvers { get; init; } = 35;

    public int Overdue { get; init; } = 12;

    public int Travellers { get; init; } = 25;

    public int Cash { get; init; } = 20;

    public int Bad { get; init; } = 1;

    /// <summary>Where results go, a folder a CPU.</summary>
    public string Results { get; init; } = Path.Combine(BenchHome.Root, "bench", "results");

    /// <exception cref="FormatException">A word is unknown or its value not as expected.</exception>
    public static NightOptions Parse(IReadOnlyList<string> words)
    {
        var options = new NightOptions();
        for (var at = 0; at < words.Count;)
        {
            if (options.With(words[at]) is { } switched)
            {
                (options, at) = (switched, at + 1);
                continue;
            }

            options = options.With(words[at], at + 1 < words.Count ? words[at + 1] : "");
            at += 2;
        }

        return options;
    }

    /// <summary>The same as the generator of portfolios takes it; customers have had their cards since a month before the first night.</summary>
    public PortfolioOptions Portfolio(int accounts) => new()
    {
        Seed = Seed, Accounts = accounts, From = NightDays.Begin, Postings = Postings, Revolvers = Revolvers, Overdue = Overdue,
        Travellers = Travellers, Cash = Cash, Bad = Bad,
    };

    private NightOptions? With(string word) => word switch
    {
        "--no-pdf" => this with { DrawsPdfs = false },
        "--no-floors" => this with { HasFloors = false },
        "--fresh" => this with { IsFresh = true },
        "--keep" => this with { Keeps = true },
        _ => null,
    };

    private NightOptions With(string name, string value) => name switch
    {
        "--accounts" => this with { Accounts = [.. value.Split(',').Select(number => Number(name, number, 1, MostAccounts))] },
        "--postings" => this with { Postings = Number(name, value, 1, 500) },
        "--rounds" => this with { Rounds = Number(name, value, 1, 99) },
        "--workers" => this with { Workers = Number(name, value, 1, 64) },
        "--partition" => this with { Partition = Number(name, value, 1, 10_000) },
        "--seed" => this with { Seed = (ulong)Number(name, value, 0, int.MaxValue) },
        "--revolvers" => this with { Revolvers = Number(name, value, 0, 100) },
        "--overdue" => this with { Overdue = Number(name, value, 0, 100) },
        "--travellers" => this with { Travellers = Number(name, value, 0, 100) },
        "--cash" => this with { Cash = Number(name, value, 0, 100) },
        "--bad" => this with { Bad = Number(name, value, 0, 500) },
        "--results" when value.Length > 0 => this with { Results = Path.GetFullPath(value) },
        _ => throw new FormatException($"Found '{name} {value}'."),
    };

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} '{value}' found; a number from {least} to {most} expected.");
}
