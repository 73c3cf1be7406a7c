using System.CommandLine;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle tariff check FILE</c>.</summary>
internal static class TariffCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "A tariff file, or the id of a shipped one." };
        var check = new Command("check", "Checks a tariff file and names every problem: place, what was found, what was expected.") { file };
        check.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            var told = await TariffFile.ReadAsync(parsed.GetValue(file)!, cancellationToken);
            Console.WriteLine($"{told.Path}: tariff {told.Text.Tariff.Id} is valid, SHA-256 {told.Text.Tariff.Sha256}");
            return ExitCode.Done;
        }));
        return new Command("tariff", "Works with tariff files.") { check };
    }
}
