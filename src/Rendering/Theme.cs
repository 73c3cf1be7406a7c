using System.Security.Cryptography;
using System.Text.Json;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Drawing.Vector;
using Cycle.Rendering.Pdf;
using Cycle.Rendering.Statements;

namespace Cycle.Rendering;

/// <summary>Who issues the statements, in which words and colours and with which logo. Read once; safe to share between threads.</summary>
public sealed class Theme
{
    private readonly Wording thai;
    private readonly Wording english;

    private Theme(Issuer issuer, VectorPicture? logo, Wording thai, Wording english, string sha256)
    {
        Issuer = issuer;
        Logo = logo;
        Palette = Palette.Of(issuer.Colours);
        Password = issuer.Password is null ? null : PasswordRule.Parse(issuer.Password);
        this.thai = thai;
        this.english = english;
        Sha256 = sha256;
    }

    /// <summary>The issuer's identification in the bill-payment network: 15 digits, printed on every payment slip.</summary>
    public string BillerId => Issuer.BillerId;

    /// <summary>The SHA-256 of the theme's files, in lower-case hexadecimal: another theme gives other statements.</summary>
    public string Sha256 { get; }

    /// <summary>How the password of a statement that leaves the house is made; null when statements are not protected.</summary>
    public PasswordRule? Password { get; }

    internal Issuer Issuer { get; }

    internal VectorPicture? Logo { get; }

    internal Palette Palette { get; }

    /// <summary>The theme that ships with the program.</summary>
    /// <exception cref="RenderingException">One of its files is missing or not as described.</exception>
    public static Theme Shipped() => Load(RenderingFiles.PathOf("Theme"));

    /// <summary>The theme of this installation: the folder that the environment's CYCLE_THEME names, else the one that ships.</summary>
    /// <exception cref="RenderingException">One of its files is missing or not as described.</exception>
    public static Theme InForce() =>
        Environment.GetEnvironmentVariable("CYCLE_THEME") is { Length: > 0 } folder ? Load(folder) : Shipped();

    /// <summary>Reads <c>theme.json</c>, <c>th.json</c>, <c>en.json</c> and the logo that the first names.</summary>
    /// <param name="folder">The folder that holds the files.</param>
    /// <exception cref="RenderingException">A file is missing, lacks a word or has one that is not known; the message names it.</exception>
    public static Theme Load(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var issuer = Parse<Issuer>(folder, "theme.json", hash);
        var thai = Parse<Wording>(folder, "th.json", hash);
        var english = Parse<Wording>(folder, "en.json", hash);
        var place = folder;
        try
        {
            issuer = issuer.Checked();
            place = Path.Combine(folder, issuer.Logo ?? "");
            var logo = issuer.Logo is null ? null : SvgReader.Read(System.Text.Encoding.UTF8.GetString(Read(folder, issuer.Logo, hash)));
            return new(issuer, logo, thai, english, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (FormatException wrong)
        {
            throw new RenderingException($"The statement theme in {place} is not usable: {wrong.Message}", wrong);
        }
    }

    /// <summary>The issuer's name as printed.</summary>
    /// <param name="language">The account's language.</param>
    public string IssuerName(Language language) => WordsIn(language).IssuerName;

    internal Wording WordsIn(Language language) => language == Language.Thai ? thai : english;

    private static T Parse<T>(string folder, string file, IncrementalHash hash)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Read(folder, file, hash), ThemeJson.Options)
                ?? throw new RenderingException($"The theme file {Path.Combine(folder, file)} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new RenderingException($"The theme file {Path.Combine(folder, file)} cannot be used: {wrong.Message}", wrong);
        }
    }

    private static byte[] Read(string folder, string file, IncrementalHash hash)
    {
        var path = Path.Combine(folder, file);
        try
        {
            var bytes = File.ReadAllBytes(path);
            hash.AppendData(SHA256.HashData(bytes));
            return bytes;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RenderingException($"The theme file {path} cannot be used: {wrong.Message}", wrong);
        }
    }
}
