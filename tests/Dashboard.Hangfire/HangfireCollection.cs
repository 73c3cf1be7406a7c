using Cycle.Dashboard.Tests.Browser;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>Tests that share one server of databases and one Chromium, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class HangfireCollection : ICollectionFixture<PostgresFixture>, ICollectionFixture<ChromiumFixture>
{
    public const string Name = "Hangfire's dashboard";
}
