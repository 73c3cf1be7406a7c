using System.Text;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Reads a password: unseen and twice from a terminal, as the first line of standard input elsewhere.</summary>
internal static class PasswordPrompt
{
    /// <summary>The password.</summary>
    /// <param name="name">Whose, for the prompt.</param>
    /// <exception cref="UsageException">None was given, or the second was not the first.</exception>
    public static string Read(string name)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() is { Length: > 0 } line
                ? line
                : throw new UsageException("No password: expected one as the first line of standard input, or a terminal to ask on.");
        }

        var first = Ask($"Password of {name}: ");
        return Ask("The same again: ") == first ? first : throw new UsageException("The two passwords differ. Nothing was changed.");
    }

    private static string Ask(string prompt)
    {
        Console.Error.Write(prompt);

        // As a key: as a signal it would wait for this prompt to end, and the prompt for a key.
        Console.TreatControlCAsInput = true;
        try
        {
            return Typed();
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }

    private static string Typed()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
            {
                throw new UsageException("No password was given. Nothing was changed.");
            }

            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }
}
