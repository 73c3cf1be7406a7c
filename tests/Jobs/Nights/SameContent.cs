namespace Cycle.Jobs.Tests.Nights;

/// <summary>Holds what two nights left against each other, by name.</summary>
internal static class SameContent
{
    public static void Check(SortedDictionary<string, string> found, SortedDictionary<string, string> expected, string disturbance)
    {
        found.Keys.ShouldBe(expected.Keys, disturbance);
        foreach (var (name, content) in expected)
        {
            // Not by Shouldly at once: telling how PDFs of a hundred thousand signs differ takes long and tells nothing.
            (found[name] == content).ShouldBeTrue($"{disturbance}: {name} differs\n{(name.EndsWith(".pdf", StringComparison.Ordinal) ? "" : $"found:\n{found[name]}\nexpected:\n{content}")}");
        }
    }
}
