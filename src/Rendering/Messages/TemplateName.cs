namespace Cycle.Rendering.Messages;

/// <summary>A kind of message: the name of its template files and what they may print.</summary>
/// <param name="File">"due-notice": the wording is in <c>due-notice.txt</c>, a shorter one, where there is one, in <c>due-notice.short.txt</c>.</param>
/// <param name="Values">The names its files may use in double braces.</param>
internal sealed record TemplateName(string File, string[] Values);
