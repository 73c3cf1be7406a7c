using System.Text;

namespace Cycle.Dashboard.CommandLine;

/// <summary>A console whose suggested commands name the database that this one works on.</summary>
/// <param name="console">The console.</param>
/// <param name="suggested">The commands.</param>
internal sealed class SuggestingWriter(TextWriter console, SuggestedCommands suggested) : TextWriter
{
    /// <summary>From now on, for all that this process says.</summary>
    public static void Install(SuggestedCommands suggested)
    {
        Console.SetOut(new SuggestingWriter(Console.Out, suggested));
        Console.SetError(new SuggestingWriter(Console.Error, suggested));
    }

    /// <inheritdoc/>
    public override Encoding Encoding => console.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => console.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value) => console.Write(value is null ? null : suggested.In(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => console.WriteLine(value is null ? null : suggested.In(value));

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value) => console.WriteLineAsync(value is null ? null : suggested.In(value));

    /// <inheritdoc/>
    public override Task WriteAsync(string? value) => console.WriteAsync(value is null ? null : suggested.In(value));

    /// <inheritdoc/>
    public override void Flush() => console.Flush();
}
