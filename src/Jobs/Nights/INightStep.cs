namespace Cycle.Jobs.Nights;

/// <summary>One ordered step of a night. Running a step again after an interruption does only what is still to do.</summary>
internal interface INightStep
{
    /// <summary>Its name in the run and the control report.</summary>
    string Name { get; }

    /// <summary>Does what is still to do.</summary>
    /// <returns>What was done, in a few words for a person; null when there was nothing to do and the step is complete already.</returns>
    Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken);
}
