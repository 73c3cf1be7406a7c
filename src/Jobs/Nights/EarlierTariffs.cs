using Cycle.Ledger.Tariffs;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights;

/// <summary>The tariffs that the nights before one were computed by. Nearly always it is the night's own, of which nothing needs to be read.</summary>
public sealed class EarlierTariffs
{
    private readonly Tariff _own;
    private readonly IReadOnlyDictionary<DateOnly, Tariff> _others;

    private EarlierTariffs(Tariff own, IReadOnlyDictionary<DateOnly, Tariff> others) => (_own, _others) = (own, others);

    /// <summary>When every night was computed by the same.</summary>
    /// <param name="own">The night's own tariff.</param>
    public static EarlierTariffs None(Tariff own) => new(own, new Dictionary<DateOnly, Tariff>());

    /// <summary>Reads those of the nights whose due notices can reach beyond a date.</summary>
    /// <param name="database">The store.</param>
    /// <param name="date">The night's business date.</param>
    /// <param name="own">The night's own tariff.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<EarlierTariffs> ReadAsync(NpgsqlDataSource database, DateOnly date, Tariff own, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(own);
        await using var command = database.CreateCommand(
            $"""
            select t.content, array_agg(r.business_date)
            from runs r join tariffs t on t.sha256 = r.tariff_sha256
            where r.job = $1 and r.business_date between $2::date - {Tariff.MostDueNoticeDays} and $2::date - 1 and r.tariff_sha256 <> $3
            group by t.content
            """);
        command.Parameters.Add(new() { Value = NightRunner.Job });
        command.Parameters.Add(new() { Value = date, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = own.Sha256 });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var others = new Dictionary<DateOnly, Tariff>();
        while (await row.ReadAsync(cancellationToken))
        {
            if (ReadOrNull(row.GetString(0)) is { } tariff)
            {
                foreach (var night in row.GetFieldValue<DateOnly[]>(1))
                {
                    others[night] = tariff;
                }
            }
        }

        return new(own, others);
    }

    /// <summary>The tariff of the night of a date; of one that was not run here, the night's own, which tells of the time before it too.</summary>
    public Tariff Of(DateOnly date) => _others.GetValueOrDefault(date, _own);

    /// <summary>Kept by a build that accepted what this one refuses: its number of notice days is not worth tonight's run.</summary>
    private static Tariff? ReadOrNull(string content)
    {
        try
        {
            return TariffReader.Read(content);
        }
        catch (TariffException)
        {
            return null;
        }
    }
}
