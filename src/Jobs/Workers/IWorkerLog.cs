namespace Cycle.Jobs.Workers;

/// <summary>Told what a worker does, so that a terminal or a log can show it. It never throws: the work goes on also where nothing can be shown.</summary>
public interface IWorkerLog
{
    /// <summary>A partition is done, or was found to be another worker's.</summary>
    /// <param name="date">The business date.</param>
    /// <param name="step">The step's name.</param>
    /// <param name="partition">The partition's number in the step.</param>
    /// <param name="accounts">Its accounts.</param>
    /// <param name="isOurs">Whether this worker did it.</param>
    void Done(DateOnly date, string step, int partition, int accounts, bool isOurs);

    /// <summary>Something went wrong that passes by itself, or that a person need only hear of; the worker goes on.</summary>
    /// <param name="what">What, in words for a person.</param>
    void Fault(string what);

    /// <summary>Something went wrong that a person must mend.</summary>
    /// <param name="what">What, in words for a person, with what to do.</param>
    /// <param name="fault">The whole of it, for those who mend the program.</param>
    void Failed(string what, Exception fault);
}
