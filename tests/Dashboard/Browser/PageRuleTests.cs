using System.Reflection;
using System.Text.RegularExpressions;
using Cycle.Dashboard.Web;
using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Intake;
using Cycle.Ledger.Journal;
using Cycle.Ledger.Postings;
using Cycle.Tests.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Rules that every page keeps, found in the program and its sources.</summary>
public sealed partial class PageRuleTests
{
    private static readonly Type[] Pages = [.. typeof(DashboardHost).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(PageModel)))];

    private static readonly string Sources = Path.Combine(Checkout.Root, "src", "Dashboard", "Web");

    [Fact]
    public void Handler_ThatChangesSomething_NamesWhatItNeeds()
    {
        var without = Pages.Where(page => page.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .SelectMany(page => page.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => HandlerName().IsMatch(method.Name) && method.GetCustomAttribute<NeedsAttribute>() is null)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        without.ShouldBeEmpty();
    }

    [Fact]
    public void Page_OpenToEverybody_IsOneOfFew() =>
        Pages.Where(page => page.GetCustomAttribute<AllowAnonymousAttribute>() is not null).Select(page => page.Name).Order()
            .ShouldBe(["FaultModel", "NotYoursModel", "PreferencesModel", "ProblemModel", "SignInModel", "SignOutModel"]);

    [Fact]
    public void Page_LiesInAFolderWithAPolicy_UnlessOpenToEverybody()
    {
        string[] folders = ["Operations", "Finance", "Audit", "Accountability", "People"];

        var outside = Pages.Where(page => page.GetCustomAttribute<AllowAnonymousAttribute>() is null && !folders.Contains(page.Namespace!.Split('.')[^1]));

        outside.ShouldBeEmpty();
    }

    [Fact]
    public void Text_OfAPage_HasItsThai()
    {
        var english = Directory.EnumerateFiles(Sources, "*.cs*", SearchOption.AllDirectories).Select(File.ReadAllText)
            .SelectMany(source => Texts().Matches(source).Select(text => text.Groups[1].Value)
                .Concat(Acts().Matches(source).SelectMany(act => act.Groups.Values.Skip(1).Select(word => word.Value))))
            .Concat(StepTitles.All).Concat(FigureTitles.All).Concat(TargetTitles.All).Concat(Role.All)
            .Where(text => text.Any(char.IsLetter)).Distinct();

        english.Except(Words.Translated).ShouldBeEmpty();
    }

    [Fact]
    public void Code_OnAPage_HasItsThai()
    {
        var named = Constants(typeof(GlAccount)).Select(account => $"ledger {account}")
            .Concat(Constants(typeof(RejectReasons)).Select(reason => $"reject {reason}"))
            .Concat(PostingKinds.FileNames.Select(kind => $"entry {kind}"))
            .Concat(Enum.GetNames<FileKind>().Select(kind => $"kind {kind.ToLowerInvariant()}"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
                .SelectMany(source => Deeds().Matches(source).Select(deed => $"act {deed.Groups[1].Value}")));

        named.Distinct().Except(Words.Translated).ShouldBeEmpty();
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    [Fact]
    public void Page_HasNoScriptOrStyleOfItsOwn_InItsSource()
    {
        var with = Directory.EnumerateFiles(Sources, "*.cshtml", SearchOption.AllDirectories)
            .Where(file => OwnScript().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        with.ShouldBeEmpty();
    }

    [GeneratedRegex("^On(Post|Put|Delete|Patch)")]
    private static partial Regex HandlerName();

    [GeneratedRegex("""(?:TrailAsync|Trail\.AddAsync|new Deed)\([^"\n]*"([a-z.-]+)",""")]
    private static partial Regex Deeds();

    [GeneratedRegex("""(?:\b(?:W|words)(?:\[|\.Marked\()|ViewData\["Title"\] = )"([^"]+)"[\],;)]""")]
    private static partial Regex Texts();

    [GeneratedRegex("""new Act\("[^"]*", "([^"]*)", "([^"]*)", "([^"]*)"[,)]""")]
    private static partial Regex Acts();

    [GeneratedRegex("""\sstyle=|\son[a-z]+="|<style|<script>""")]
    private static partial Regex OwnScript();
}
