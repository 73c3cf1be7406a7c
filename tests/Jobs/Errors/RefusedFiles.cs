using System.Text;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Tests.Intake;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Errors;

/// <summary>Files that are refused whole, each given to the real intake: what it says is what the page tells.</summary>
internal static class RefusedFiles
{
    private const string Name = "postings-2026-08-01.csv";
    private const string Control = Name + ".control.json";
    private const string Resend = "Have the sender make the file again. Nothing of it was kept, so it may come under the same name.";

    public static async Task<List<ErrorCase>> CasesAsync(IntakeBench bench)
    {
        var header = PostingHeader;
        List<ErrorCase> cases =
        [
            await RefuseAsync(bench, "A column with an unknown name", Cut(header) + ",colour", header + ",colour\n", "Name the columns as described, in any order, and no others."),
            await RefuseAsync(bench, "A column that is missing", Cut(header), header.Replace(",amount", "", StringComparison.Ordinal) + "\n", "Name every column; a cell that has nothing to say is left blank."),
            await RefuseAsync(bench, "A column that is there twice", Cut(header) + ",amount", header + ",amount\n", "Name each column once."),
            await RefuseAsync(bench, "An empty file", "", "", "A day without postings is told by a file with the header alone."),
            await RefuseAsync(bench, "Text that is not UTF-8", "P1,C1,PURCHASE,...,Caf\\xE9,...", Encoding.Latin1.GetBytes($"{header}\n{Row("P1", merchant: "Café")}\n"), "Write the file as UTF-8. " + Resend),
            await RefuseAsync(bench, "A quote in the middle of a cell", "P1,C1,PURCHASE,...,The \"Best\" Shop,...", $"{header}\n{Row("P1", merchant: "The \"Best\" Shop")}\n", Resend),
            await RefuseAsync(bench, "A quote that is never closed", "P1,C1,PURCHASE,...,\"Shop,5411,TH,,,", $"{header}\n{Row("P1", merchant: "\"Shop")}\n", Resend),
        ];
        cases.AddRange(await ControlFilesAsync(bench));
        cases.Add(await OtherContentAsync(bench));
        return cases;
    }

    private static async Task<List<ErrorCase>> ControlFilesAsync(IntakeBench bench)
    {
        var zeros = new string('0', 64);
        (string Title, string Json)[] wrong =
        [
            ("A control file that counts other rows", $$"""{"records": 2, "amountTotal": "100.00", "sha256": "{{zeros}}"}"""),
            ("A control file with another total", $$"""{"records": 1, "amountTotal": "100.01", "sha256": "{{zeros}}"}"""),
            ("A control file with another hash", $$"""{"records": 1, "amountTotal": "100.00", "sha256": "{{zeros}}"}"""),
            ("A control file without a figure", """{"records": 1, "amountTotal": "100.00"}"""),
            ("A control file that breaks off", """{"records": 1,"""),
        ];
        var cases = new List<ErrorCase>();
        foreach (var (title, json) in wrong)
        {
            bench.WriteText(Control, json);
            cases.Add(await RefuseAsync(bench, title, json, $"{PostingHeader}\n{Row("P1")}\n", "The file was cut short or changed on its way, or the control file belongs to another. Have both sent again.") with
            {
                Place = Control,
            });
        }

        File.Delete(Path.Combine(bench.Folder, Control));
        var path = bench.Write(Name, PostingHeader, Row("P1"));
        cases.Add(new(
            "A control file that is required and not there", Name, Row("P1"), Reason(await bench.TakeAsync(path, controlFileRequired: true)),
            "Have it sent, and put it beside the file before the file."));
        return cases;
    }

    private static async Task<ErrorCase> OtherContentAsync(IntakeBench bench)
    {
        (await bench.TakeRowsAsync(Row("P1"))).ShouldBeOfType<FileTaken>();
        return await RefuseAsync(
            bench, "A file of a name that was taken before, with other content", Row("P2"), $"{PostingHeader}\n{Row("P2")}\n",
            "The same file again is no error: it is told when it was taken, and nothing happens.");
    }

    private static Task<ErrorCase> RefuseAsync(IntakeBench bench, string title, string excerpt, string content, string remedy) =>
        RefuseAsync(bench, title, excerpt, Encoding.UTF8.GetBytes(content), remedy);

    private static async Task<ErrorCase> RefuseAsync(IntakeBench bench, string title, string excerpt, byte[] content, string remedy) =>
        new(title, Name, excerpt, Reason(await bench.TakeAsync(bench.WriteBytes(Name, content))), remedy);

    private static string Reason(IntakeOutcome outcome) => outcome.ShouldBeOfType<FileRefused>().Reason;

    /// <summary>A header's beginning; the rest is in the message.</summary>
    private static string Cut(string header) => string.Join(',', header.Split(',').Take(5)) + ",...";
}
