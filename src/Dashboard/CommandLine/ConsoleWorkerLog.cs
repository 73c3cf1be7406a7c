using Cycle.Jobs.Workers;
using Cycle.Ledger.Postings;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Says on the console what a worker does, a line a partition.</summary>
internal sealed class ConsoleWorkerLog : IWorkerLog
{
    public void Done(DateOnly date, string step, int partition, int accounts, bool isOurs) => Console.WriteLine(
        $"{date:yyyy-MM-dd}  {step,-16} partition {partition}, {accounts:N0} accounts{(isOurs ? "" : ": another worker has it by now, nothing was written here")}");

    public void Fault(string what) => Console.Error.WriteLine(CardNumberMask.MaskLongDigits(what));
}
