namespace Cycle.Tests.Shared;

/// <summary>What lies in the checkout beside the code: tariffs and fixtures.</summary>
internal static class Checkout
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root { get; } = Find();

    /// <summary>Shipped tariffs.</summary>
    public static string Tariffs => Path.Combine(Root, "tariffs");

    /// <summary>Replayable cases.</summary>
    public static string Fixtures => Path.Combine(Root, "fixtures");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Cycle.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No Cycle.sln above {AppContext.BaseDirectory}: the tests read the checkout they were built in.");
        }

        return folder.FullName;
    }
}
