using Cycle.Rendering.Messages;

namespace Cycle.Rendering.Tests.Messages;

/// <summary>A copy of the shipped templates that a test may spoil; gone at its end.</summary>
internal sealed class TemplateFolder : IDisposable
{
    public TemplateFolder()
    {
        foreach (var file in Directory.GetFiles(MessageTemplates.ShippedFolder, "*", SearchOption.AllDirectories))
        {
            var target = Of(System.IO.Path.GetRelativePath(MessageTemplates.ShippedFolder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("cycle-templates-").FullName;

    public string Of(string file) => System.IO.Path.Combine(Path, file);

    public TemplateFolder With(string file, string content)
    {
        File.WriteAllText(Of(file), content);
        return this;
    }

    /// <summary>The problems a check finds, without the folder's own name.</summary>
    public List<string> Problems() => [.. TemplateCheck.Run(Path).Problems.Select(problem => problem.ToString().Replace(Path + "/", "", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
