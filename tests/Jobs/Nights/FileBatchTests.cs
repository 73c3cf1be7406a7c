using System.Text;
using Cycle.Jobs.Nights;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Files of a partition: all with their names, or none.</summary>
public sealed class FileBatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cycle-batch-").FullName;

    private string Unfinished => Path.Combine(_folder, FileBatch.Unfinished);

    [Fact]
    public async Task Files_HaveTheirNamesAndContent_OnceTheBatchIsKept()
    {
        using var batch = new FileBatch(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "F7"), "an earlier one");
        foreach (var number in Enumerable.Range(0, 300))
        {
            batch.Add($"F{number}", Encoding.UTF8.GetBytes($"content {number}"));
        }

        Directory.GetFiles(_folder).Length.ShouldBe(1);
        await batch.KeepAsync(() => Task.CompletedTask);

        Directory.GetFiles(_folder).Select(file => (Path.GetFileName(file), File.ReadAllText(file))).Order()
            .ShouldBe(Enumerable.Range(0, 300).Select(number => ($"F{number}", $"content {number}")).Order());
        Directory.GetFiles(Unfinished).ShouldBeEmpty();
    }

    [Fact]
    public void NoFileHasItsName_WhenOneCannotBeWritten()
    {
        using (var batch = new FileBatch(_folder))
        {
            batch.Add("A", new byte[10]);

            Should.Throw<IOException>(() => batch.Add(Path.Combine("no-such-folder", "B"), new byte[10]));
        }

        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task NoFileHasItsName_WhenTheWorkIsAnothersByThen()
    {
        using (var batch = new FileBatch(_folder))
        {
            batch.Add("A", new byte[10]);

            await Should.ThrowAsync<InvalidOperationException>(() => batch.KeepAsync(() => throw new InvalidOperationException("taken over")));
        }

        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Zombie_CannotGiveItsFilesTheirNames_OnceWhatDeadProcessesLeftIsCleared()
    {
        using var batch = new FileBatch(_folder);
        batch.Add("A", new byte[10]);

        await Should.ThrowAsync<IOException>(() => batch.KeepAsync(() =>
        {
            FileBatch.Clear(_folder);
            return Task.CompletedTask;
        }));

        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
