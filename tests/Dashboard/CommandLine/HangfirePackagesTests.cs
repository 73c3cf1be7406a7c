using System.Diagnostics;
using System.Xml.Linq;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>The host on Hangfire where its packages are not to be had: a checkout of its own, an empty cache, and a feed with nothing in it.</summary>
public sealed class HangfirePackagesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cycle-hangfire-").FullName;

    [Theory]
    [InlineData("serve")]
    [InlineData("worker")]
    public async Task Command_NamesThePackagesAndWhatToDo_WhenTheyCannotBeRestored(string verb)
    {
        MakeCheckout();
        var versions = XDocument.Load(Path.Combine(_root, "src", "Dashboard.Hangfire", "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => $"  {package.Attribute("Include")!.Value} {package.Attribute("Version")!.Value}\n");

        using var process = Start(verb, "--scheduler", "hangfire");
        var result = (await CycleBench.EndAsync(process)).ShouldEnd(1);

        result.Output.ShouldBe("");
        result.Errors.ShouldContain($"The host on Hangfire needs packages that could not be restored:\n{string.Concat(versions)}");
        result.Errors.ShouldContain("Unable to find package Hangfire.AspNetCore");
        result.Errors.ShouldContain("CYCLE_NUGET_SOURCE=");
        result.Errors.ShouldContain("./cycle serve runs the same nights on Quartz.");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void MakeCheckout()
    {
        var checkout = Checkout.Root;
        File.Copy(Path.Combine(checkout, "cycle"), Path.Combine(_root, "cycle"));
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props", "NuGet.config", "global.json", ".editorconfig", "src"])
        {
            File.CreateSymbolicLink(Path.Combine(_root, name), Path.Combine(checkout, name));
        }

        var empty = Directory.CreateDirectory(Path.Combine(_root, "feed")).FullName;
        var configuration = Directory.CreateDirectory(Path.Combine(_root, "home", ".nuget", "NuGet")).FullName;
        File.WriteAllText(
            Path.Combine(configuration, "NuGet.Config"),
            $"<configuration><packageSources><clear /><add key=\"empty\" value=\"{empty}\" /></packageSources></configuration>");
    }

    private Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(_root, "cycle"), .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = _root,
        };
        start.Environment["HOME"] = Path.Combine(_root, "home");
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        start.Environment.Remove("CYCLE_NUGET_SOURCE");
        return Process.Start(start)!;
    }
}
