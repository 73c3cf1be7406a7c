using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Tests that share one server of databases and one Chromium, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<PostgresFixture>, ICollectionFixture<ChromiumFixture>
{
    public const string Name = "Browser";
}
