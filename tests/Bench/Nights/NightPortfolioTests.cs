using System.Security.Cryptography;
using Cycle.Bench.Nights;

namespace Cycle.Bench.Tests.Nights;

/// <summary>The measured portfolio is the same on every machine, and what it is said to be.</summary>
public sealed class NightPortfolioTests : IDisposable
{
    private const int Accounts = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("cycle-bench-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Portfolio_HasTheSameBytes_WithTheSameSeed()
    {
        var (first, second) = (Path.Combine(_folder, "first"), Path.Combine(_folder, "second"));
        NightPortfolio.Write(first, Accounts, new());
        NightPortfolio.Write(second, Accounts, new());

        Hashes(first).ShouldBe(Hashes(second));
    }

    [Fact]
    public void Portfolio_HasOtherRows_WithAnotherSeed()
    {
        var (first, second) = (Path.Combine(_folder, "first"), Path.Combine(_folder, "second"));
        NightPortfolio.Write(first, Accounts, new());
        NightPortfolio.Write(second, Accounts, new() { Seed = 7 });

        Hashes(first).ShouldNotBe(Hashes(second));
    }

    [Fact]
    public void MeasuredFile_HasAboutTheRowsAskedFor_AndLeavesNoParts()
    {
        var rows = NightPortfolio.Write(_folder + "/x", Accounts, new() { Postings = 20 });
        var lines = File.ReadAllLines(Path.Combine(_folder, "x", "postings-2026-09-18.csv"));

        lines.Length.ShouldBe((int)rows + 1);
        rows.ShouldBeInRange(Accounts * 20 * 85 / 100, Accounts * 21);
        Directory.EnumerateFiles(Path.Combine(_folder, "x"), "*.part").ShouldBeEmpty();
    }

    [Fact]
    public void MeasuredFile_ComesByPostingDate_AndNotByAccountWithinADay()
    {
        NightPortfolio.Write(_folder + "/x", Accounts, new() { Bad = 0 });
        var rows = File.ReadLines(Path.Combine(_folder, "x", "postings-2026-09-18.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var days = rows.Where(row => string.CompareOrdinal(row[5], "2026-08-19") >= 0).Select(row => row[5]).ToList();
        var accounts = rows.Where(row => row[5] == "2026-09-10").Select(row => row[1]).ToList();

        days.ShouldBe(days.Order(StringComparer.Ordinal));
        accounts.ShouldNotBe(accounts.Order(StringComparer.Ordinal).ToList());
    }

    private static List<string> Hashes(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];
}
