namespace Cycle.Jobs.Intake.Postings;

/// <summary>Everything the rows of a chunk are judged against; it grows as rows of the chunk are taken.</summary>
internal sealed class ChunkFacts
{
    /// <summary>Cards and rates.</summary>
    public required MasterFacts Masters { get; init; }

    /// <summary>Ids taken before, with the file and line they came from; no file where a night made them.</summary>
    public Dictionary<string, (string FileName, long Line)> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether rows of the chunk name originals, so that one taken within the chunk must be known too.</summary>
    public bool KeepsOriginals { get; init; }

    /// <summary>Originals by id.</summary>
    public Dictionary<string, OriginalFacts> Originals { get; } = new(StringComparer.Ordinal);

    /// <summary>Satang taken by account, channel and transaction date, of channels with a ceiling a day.</summary>
    public Dictionary<(string AccountId, string Channel, DateOnly Day), long> ChannelDays { get; } = [];
}
