using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Replay;

/// <summary>Tests that run or read whole cases, beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class ReplayCollection : ICollectionFixture<PostgresFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Replay";
}
