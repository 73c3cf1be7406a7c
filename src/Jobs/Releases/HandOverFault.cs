using Cycle.Jobs.Runs;

namespace Cycle.Jobs.Releases;

/// <summary>Words for messages that could not be handed to the file gateway after what lets them go was done and kept.</summary>
internal static class HandOverFault
{
    /// <summary>Says what was done all the same, and what hands the messages over.</summary>
    /// <param name="done">What was done, as the beginning of a sentence.</param>
    /// <param name="output">The folder whose <c>messages</c> folder the gateway reads.</param>
    /// <param name="fault">Why they could not be handed over.</param>
    public static UnfinishedException Of(string done, string output, Exception fault) => new(
        $"{done}, but messages could not be handed over: {fault.Message.TrimEnd('.')}. Remove the cause, then `cycle send --out '{output}'` hands them over.",
        fault);
}
