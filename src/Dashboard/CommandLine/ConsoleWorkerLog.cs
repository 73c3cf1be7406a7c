using Cycle.Jobs.Workers;
using Cycle.Ledger.Postings;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Says on the console what a worker does, a line a partition; the whole of what a person must mend goes to the log of faults.</summary>
/// <param name="output">What was done.</param>
/// <param name="errors">What went wrong.</param>
internal sealed class ConsoleWorkerLog(TextWriter output, TextWriter errors) : IWorkerLog
{
    public void Done(DateOnly date, string step, int partition, int accounts, bool isOurs) => Say(
        output,
        $"{date:yyyy-MM-dd}  {step,-16} partition {partition}, {accounts:N0} accounts{(isOurs ? "" : ": another worker has it by now, nothing was written here")}");

    public void Fault(string what) => Say(errors, CardNumberMask.MaskLongDigits(what));

    public void Failed(string what, Exception fault) => Fault(FaultLog.Write(fault) ? $"{what} Details are in {FaultLog.Path}." : what);

    /// <summary>Where the output goes to a file on a disk that is full, the work is worth more than its words: the table of partitions has it all.</summary>
    private static void Say(TextWriter console, string words)
    {
        try
        {
            console.WriteLine(words);
        }
        catch (IOException)
        {
            // There is nowhere left to say it.
        }
    }
}
