using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Chaos;

/// <summary>Tests that disturb what a night needs or reads, beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class ChaosCollection : ICollectionFixture<PostgresFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Chaos";
}
