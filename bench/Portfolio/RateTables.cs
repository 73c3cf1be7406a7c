using System.Globalization;

namespace Cycle.Bench.Portfolio;

/// <summary>Exchange rates of both networks: a small walk a day, no table on Sundays and on some other days.</summary>
internal sealed class RateTables
{
    /// <summary>Rates are kept in hundred-millionths of a baht: the eight decimals a file may have.</summary>
    private const long Unit = 100_000_000;
    private const int ServesDays = 7;

    private static readonly (string Currency, long Start, int Decimals)[] Currencies =
        [("USD", 3_612_000_000, 4), ("EUR", 3_928_000_000, 4), ("JPY", 24_150_000, 6), ("SGD", 2_688_000_000, 4), ("GBP", 4_571_000_000, 4)];

    private readonly SortedDictionary<DateOnly, Dictionary<(string Network, string Currency), long>> _tables = [];

    public RateTables(Prng prng, DateOnly from, DateOnly to)
    {
        var middle = Currencies.ToDictionary(entry => entry.Currency, entry => entry.Start);
        for (var date = from.AddDays(-3); date <= to; date = date.AddDays(1))
        {
            var table = new Dictionary<(string, string), long>();
            foreach (var (currency, _, decimals) in Currencies)
            {
                middle[currency] += middle[currency] * prng.Between(-45, 45) / 10_000;
                table[("visa", currency)] = Cut(middle[currency] * (10_000 + prng.Between(5, 40)) / 10_000, decimals);
                table[("mastercard", currency)] = Cut(middle[currency] * (10_000 + prng.Between(5, 40)) / 10_000, decimals);
            }

            if (date.DayOfWeek != DayOfWeek.Sunday && !prng.Percent(4))
            {
                _tables[date] = table;
            }
        }
    }

    /// <summary>An amount in hundredths of a currency, in satang, at the table that serves on a date.</summary>
    /// <exception cref="InvalidOperationException">No table serves; the generator leaves no such gap.</exception>
    public long ToSatang(string network, string currency, long hundredths, DateOnly date)
    {
        for (var back = 0; back <= ServesDays; back++)
        {
            if (_tables.TryGetValue(date.AddDays(-back), out var table))
            {
                return (long)((((Int128)hundredths * table[(network, currency)]) + (Unit / 2)) / Unit);
            }
        }

        throw new InvalidOperationException($"No table of rates serves on {Texts.Date(date)}.");
    }

    public void Write(string folder)
    {
        foreach (var (date, table) in _tables)
        {
            using var writer = CsvLine.Open(Path.Combine(folder, $"fx-{Texts.Date(date)}.csv"));
            CsvLine.Write(writer, "network", "currency", "rate");
            foreach (var ((network, currency), rate) in table.OrderBy(entry => entry.Key.Network, StringComparer.Ordinal))
            {
                CsvLine.Write(writer, network, currency, ((decimal)rate / Unit).ToString("0.00######", CultureInfo.InvariantCulture));
            }
        }
    }

    private static long Cut(long rate, int decimals)
    {
        var step = decimals == 6 ? 100 : 10_000;
        return rate / step * step;
    }
}
