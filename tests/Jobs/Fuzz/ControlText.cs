using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cycle.Ledger;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>What a sender would state about a file of ours.</summary>
internal static class ControlText
{
    /// <summary>The control file of a file that <see cref="MutatedCsv"/> wrote without a change to its rows.</summary>
    public static string Of(byte[] csv, string[] columns, string amountColumn)
    {
        var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split(["\r\n", "\n", "\r"], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).ToList();
        var amount = Array.IndexOf(lines[0], amountColumn);
        lines[0].Length.ShouldBe(columns.Length);
        var total = lines.Skip(1).Sum(cells => Hundredths.TryParse(cells[amount], out var hundredths) ? hundredths : 0);
        return Of(lines.Count - 1, Hundredths.Format(total), Convert.ToHexStringLower(SHA256.HashData(csv)));
    }

    public static string Of(long records, string amountTotal, string sha256) => string.Create(
        CultureInfo.InvariantCulture, $"{{\"records\": {records}, \"amountTotal\": \"{amountTotal}\", \"sha256\": \"{sha256}\"}}\n");
}
