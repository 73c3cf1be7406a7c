using System.Text.Json;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Statements;

namespace Cycle.Rendering;

/// <summary>Who issues the statements, in which words and colours. Read once; safe to share between threads.</summary>
public sealed class Theme
{
    private readonly Wording thai;
    private readonly Wording english;

    private Theme(Issuer issuer, Wording thai, Wording english)
    {
        Issuer = issuer;
        Palette = Palette.Of(issuer.Colours);
        this.thai = thai;
        this.english = english;
    }

    /// <summary>The issuer's identification in the bill-payment network: 15 digits, printed on every payment slip.</summary>
    public string BillerId => Issuer.BillerId;

    internal Issuer Issuer { get; }

    internal Palette Palette { get; }

    /// <summary>The theme that ships with the program.</summary>
    /// <exception cref="RenderingException">One of its files is missing or not as described.</exception>
    public static Theme Shipped() => Load(RenderingFiles.PathOf("Theme"));

    /// <summary>Reads <c>theme.json</c>, <c>th.json</c> and <c>en.json</c>.</summary>
    /// <param name="folder">The folder that holds the three files.</param>
    /// <exception cref="RenderingException">A file is missing, lacks a word or has one that is not known; the message names it.</exception>
    public static Theme Load(string folder)
    {
        var issuer = Read<Issuer>(folder, "theme.json");
        try
        {
            return new(issuer.Checked(), Read<Wording>(folder, "th.json"), Read<Wording>(folder, "en.json"));
        }
        catch (FormatException wrong)
        {
            throw new RenderingException($"The statement theme in {folder} is not usable: {wrong.Message}", wrong);
        }
    }

    /// <summary>The issuer's name as printed.</summary>
    /// <param name="language">The account's language.</param>
    public string IssuerName(Language language) => WordsIn(language).IssuerName;

    internal Wording WordsIn(Language language) => language == Language.Thai ? thai : english;

    private static T Read<T>(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream, ThemeJson.Options)
                ?? throw new RenderingException($"The theme file {path} is empty.");
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RenderingException($"The theme file {path} cannot be used: {wrong.Message}", wrong);
        }
    }
}
