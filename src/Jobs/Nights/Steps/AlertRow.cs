namespace Cycle.Jobs.Nights.Steps;

/// <summary>A row of tonight's files as alerts need it.</summary>
/// <param name="PostingId">What was taken.</param>
/// <param name="Time">When the customer acted, if the row says so.</param>
/// <param name="TakesBackAlerted">Whether it is a reversal of a purchase that was alerted on an earlier night.</param>
/// <param name="Last4">The last four digits of its card.</param>
internal sealed record AlertRow(string PostingId, TimeOnly? Time, bool TakesBackAlerted, string Last4);
