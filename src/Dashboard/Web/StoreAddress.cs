namespace Cycle.Dashboard.Web;

/// <summary>Where the store is, for work on databases of its own such as a replay. Holds a password, maybe: never shown, never logged.</summary>
/// <param name="ConnectionString">A Npgsql connection string.</param>
internal sealed record StoreAddress(string ConnectionString)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(StoreAddress);
}
