using System.Reflection;

namespace Cycle.Architecture.Tests;

/// <summary>The arrows between the rooms only point downwards, and the pure core knows nothing that does I/O.</summary>
public sealed class RoomTests
{
    private static readonly string[] Rooms =
        ["Cycle.Dashboard", "Cycle.Jobs", "Cycle.Rendering", "Cycle.Ledger.Storage", "Cycle.Ledger"];

    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Cycle.Ledger", [] },
        { "Cycle.Ledger.Storage", ["Cycle.Ledger"] },
        { "Cycle.Rendering", ["Cycle.Ledger"] },
        { "Cycle.Jobs", ["Cycle.Ledger", "Cycle.Ledger.Storage", "Cycle.Rendering"] },
        { "Cycle.Dashboard", ["Cycle.Jobs", "Cycle.Ledger", "Cycle.Ledger.Storage", "Cycle.Rendering"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Room_ReferencesOnlyRoomsBelowIt_Always(string room, string[] allowed)
    {
        var referenced = References(room).Where(Rooms.Contains);

        referenced.ShouldBeSubsetOf(allowed);
    }

    [Fact]
    public void PureCore_ReferencesOnlyTheBaseLibrary_Always()
    {
        // Not Npgsql, Entity Framework, Quartz, ASP.NET, CsvHelper, not even System.Net or console output.
        string[] allowed =
        [
            "System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Text.Json",
            "System.Security.Cryptography", "System.Runtime.InteropServices", "System.Runtime.Extensions", "System.Text.Encoding.Extensions", "System.Collections.Immutable",
            "System.Text.RegularExpressions", "System.Runtime.Numerics", "System.Collections.Concurrent", "System.Text.Encodings.Web",
        ];

        References("Cycle.Ledger").ShouldBeSubsetOf(allowed);
    }

    [Fact]
    public void Rendering_KnowsNoDatabaseAndNoScheduler_Always()
    {
        References("Cycle.Rendering")
            .Where(name => name.StartsWith("Npgsql", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("Quartz", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Jobs_KnowNoSchedulerAndNoWebHost_SoThatAnyHostCanCallThem()
    {
        References("Cycle.Jobs")
            .Where(name => name.StartsWith("Quartz", StringComparison.Ordinal)
                || name.StartsWith("Hangfire", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void PureCore_DeclaresNoBinaryFloatingPoint_Anywhere()
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] forbidden = [typeof(double), typeof(float), typeof(Half)];
        var core = Assembly.Load("Cycle.Ledger").GetTypes();

        var members = core.SelectMany(type => type.GetMethods(All)
            .SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)
                .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []))
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Where(forbidden.Contains)
            .Select(found => $"{type.FullName}: {found.Name}"));

        members.ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string room) =>
        Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!);
}
