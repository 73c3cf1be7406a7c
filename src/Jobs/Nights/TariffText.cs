using System.Text;
using Cycle.Ledger;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Nights;

/// <summary>A tariff with the text it was read from, which the store keeps: a statement names its tariff by the hash of that text.</summary>
/// <param name="Json">The whole file.</param>
/// <param name="Tariff">The same, read.</param>
public sealed record TariffText(string Json, Tariff Tariff)
{
    /// <summary>Reads a text.</summary>
    /// <param name="json">The whole file.</param>
    /// <exception cref="TariffException">It is refused; everything that is wrong is listed.</exception>
    public static TariffText Read(string json) => new(json, TariffReader.Read(json));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FileRefusedException">It is refused; everything that is wrong is listed.</exception>
    public static async Task<TariffText> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        try
        {
            // From the bytes: a sign that is no UTF-8 is to be refused, not replaced.
            return new(Encoding.UTF8.GetString(bytes), TariffReader.Read(bytes));
        }
        catch (TariffException refused)
        {
            throw new FileRefusedException(path, refused.Problems);
        }
    }
}
