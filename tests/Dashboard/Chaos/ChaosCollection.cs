using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>Tests that kill what a night needs, one after the other and beside the others: most of their time they wait.</summary>
[CollectionDefinition(Name)]
public sealed class ChaosCollection : ICollectionFixture<PostgresFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Chaos";
}
