using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Tests that share one server of databases, one Chromium and one served portfolio, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<PostgresFixture>, ICollectionFixture<ChromiumFixture>, ICollectionFixture<ServedPortfolio>
{
    public const string Name = "Browser";
}
