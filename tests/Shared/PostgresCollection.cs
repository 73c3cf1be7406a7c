namespace Cycle.Tests.Shared;

/// <summary>Test classes marked <c>[Collection(PostgresCollection.Name)]</c> share one server and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "PostgreSQL";
}
