namespace Cycle.Jobs.Nights;

/// <summary>One ordered step of a night. Running a step again after an interruption does only what is still to do.</summary>
internal interface INightStep
{
    /// <summary>Its name in the run and the control report.</summary>
    string Name { get; }

    /// <summary>Whether the statement that plans it marks it as begun, or complete where there is nothing to do.</summary>
    bool IsMarkedByItsPlan { get; }

    /// <summary>Does what is still to do.</summary>
    /// <returns>What was done, in a few words for a person; null when there was nothing to do and the step is complete already.</returns>
    Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken);
}
