using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cycle.Rendering.Pdf;

/// <summary>
/// How the password of a holder's statement is put together from what the bank and the holder both know, such as
/// <c>{mobile:last4}{card:last4}</c>. What a rule gives is never logged, shown or stored.
/// </summary>
public sealed partial class PasswordRule
{
    /// <summary>A shorter password is no protection.</summary>
    private const int LeastCharacters = 6;

    private const string Expected =
        "expected text and fields in braces: mobile, card, postcode, account, customer, each whole or as :firstN or :lastN, such as {mobile:last4}{card:last4}";

    private readonly string rule;

    private PasswordRule(string rule) => this.rule = rule;

    /// <summary>Reads a rule.</summary>
    /// <exception cref="FormatException">It is not one; the message says what was found and expected.</exception>
    public static PasswordRule Parse(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var rest = Field().Replace(rule, "");
        return Field().IsMatch(rule) && rest.All(character => character is > ' ' and <= '~' and not '{' and not '}')
            ? new(rule)
            : throw new FormatException($"password is '{rule}', {Expected}.");
    }

    /// <summary>The password of one statement's holder.</summary>
    /// <exception cref="RenderingException">A field that the rule needs is empty or too short; the message names the account and the field, never a value.</exception>
    public string PasswordOf(StatementDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var password = new StringBuilder();
        var from = 0;
        foreach (Match field in Field().Matches(rule))
        {
            password.Append(rule, from, field.Index - from).Append(Part(document, field));
            from = field.Index + field.Length;
        }

        password.Append(rule, from, rule.Length - from);
        return password.Length >= LeastCharacters
            ? password.ToString()
            : throw new RenderingException($"The statement of account {document.Statement.AccountId} cannot be protected: its password would be shorter than {LeastCharacters} characters. Use more fields in the theme's password.");
    }

    private static string Part(StatementDocument document, Match field)
    {
        var name = field.Groups["name"].Value;
        var value = string.Concat(ValueOf(document, name).Where(char.IsAsciiLetterOrDigit));
        if (value.Length == 0)
        {
            throw Lacking(document, name);
        }

        if (!field.Groups["end"].Success)
        {
            return value;
        }

        var count = int.Parse(field.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (value.Length < count)
        {
            throw Lacking(document, name);
        }

        return field.Groups["end"].Value == "first" ? value[..count] : value[^count..];
    }

    private static string ValueOf(StatementDocument document, string name) => name switch
    {
        "mobile" => document.Account.Mobile,
        "card" => document.Cards.Count == 0 ? "" : Printed.LastFour(document.Cards[0].Last4),
        "postcode" => document.Account.Postcode,
        "customer" => document.Account.CustomerId,
        _ => document.Account.AccountId,
    };

    private static RenderingException Lacking(StatementDocument document, string name) => new(
        $"The statement of account {document.Statement.AccountId} cannot be protected: the master file has no {name} that the theme's password could be made of.");

    [GeneratedRegex(@"\{(?<name>mobile|card|postcode|account|customer)(:(?<end>first|last)(?<count>[1-9][0-9]?))?\}")]
    private static partial Regex Field();
}
