using System.Text;
using Cycle.Ledger.Tariffs;

namespace Cycle.Dashboard.CommandLine;

/// <summary>A tariff that a command was told: its file, or the id of a shipped one.</summary>
/// <param name="Path">The file.</param>
/// <param name="Json">What stands in it.</param>
/// <param name="Tariff">The same, read.</param>
internal sealed record TariffFile(string Path, string Json, Tariff Tariff)
{
    /// <summary>Reads it.</summary>
    /// <param name="told">The file, or the id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">It is neither.</exception>
    /// <exception cref="FileRefusedException">It is refused.</exception>
    public static async Task<TariffFile> ReadAsync(string told, CancellationToken cancellationToken)
    {
        var path = PathOf(told);
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        try
        {
            return new(path, Encoding.UTF8.GetString(bytes), TariffReader.Read(bytes));
        }
        catch (TariffException refused)
        {
            throw new FileRefusedException(path, refused.Problems);
        }
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
