using Cycle.Rendering;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The theme that ships, changed in one place.</summary>
internal static class ChangedTheme
{
    /// <summary>With a rule for passwords, so that an export writes locked copies; what is drawn is the same.</summary>
    public static Theme WithPassword(string rule) => With("\"billerId\"", $"\"password\": \"{rule}\", \"billerId\"", "theme.json");

    /// <summary>With words replaced in one of its files; in a file of words in both languages.</summary>
    public static Theme With(string from, string to, string file = "th.json")
    {
        var folder = Directory.CreateTempSubdirectory("cycle-theme-").FullName;
        try
        {
            foreach (var path in Directory.GetFiles(Path.Combine(Checkout.Root, "theme")))
            {
                File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
            }

            foreach (var changed in (string[])[Path.Combine(folder, file), Path.Combine(folder, file == "th.json" ? "en.json" : file)])
            {
                var text = File.ReadAllText(changed);
                if (!text.Contains(to, StringComparison.Ordinal))
                {
                    File.WriteAllText(changed, text.Replace(from, to, StringComparison.Ordinal));
                }
            }

            return Theme.Load(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
