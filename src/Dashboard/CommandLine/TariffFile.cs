using Cycle.Jobs.Nights;
using Cycle.Ledger;

namespace Cycle.Dashboard.CommandLine;

/// <summary>A tariff that a command was told: its file, or the id of a shipped one.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record TariffFile(string Path, TariffText Text)
{
    /// <summary>Reads it.</summary>
    /// <param name="told">The file, or the id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">It is neither.</exception>
    /// <exception cref="FileRefusedException">It is refused.</exception>
    public static async Task<TariffFile> ReadAsync(string told, CancellationToken cancellationToken)
    {
        var path = PathOf(told);
        return new(path, await TariffText.ReadFileAsync(path, cancellationToken));
    }

    private static string PathOf(string told)
    {
        if (File.Exists(told))
        {
            return told;
        }

        var shipped = System.IO.Path.Combine(CycleHome.Tariffs, $"{System.IO.Path.GetFileName(told)}.json");
        return File.Exists(shipped)
            ? shipped
            : throw new UsageException($"--tariff: found '{told}', expected a tariff file or the id of one in {CycleHome.Tariffs}.");
    }
}
