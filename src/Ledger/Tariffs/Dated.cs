namespace Cycle.Ledger.Tariffs;

/// <summary>One tariff term over time: values with the date each holds from.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Dated<T>
{
    private readonly DatedValue<T>[] _values;

    /// <summary>A term from its values.</summary>
    /// <param name="values">At least one, strictly increasing by date; the tariff reader refuses anything else.</param>
    public Dated(params IReadOnlyList<DatedValue<T>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        _values = [.. values];
    }

    /// <summary>Where the issuer publishes the term ("product sheet item 3"); shown by explanations.</summary>
    public string Source { get; init; } = "";

    /// <summary>The values in order of their dates.</summary>
    public IReadOnlyList<DatedValue<T>> Values => _values;

    /// <summary>The value in force on a date. The first value also holds before its own date: history older than the tariff has no other.</summary>
    public T On(DateOnly date)
    {
        for (var i = _values.Length - 1; i > 0; i--)
        {
            if (_values[i].From <= date)
            {
                return _values[i].Value;
            }
        }

        return _values[0].Value;
    }

    /// <summary>The first date after <paramref name="date"/> from which another value is listed, if any.</summary>
    public DateOnly? NextChangeAfter(DateOnly date)
    {
        for (var i = 1; i < _values.Length; i++)
        {
            if (_values[i].From > date)
            {
                return _values[i].From;
            }
        }

        return null;
    }
}
