using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cycle.Jobs.Runs;

namespace Cycle.Jobs.Tests.Workers;

/// <summary>A process is told from others by what no setting of the clock changes.</summary>
public sealed class WorkerNameTests
{
    [Fact]
    public void Name_TellsItsStartInTicksSinceBoot_WhichNoClockSets()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Trim().Split(' ');

        WorkerName.OfThisProcess.ShouldBe($"{WorkerName.Machine}/{Environment.ProcessId}/{fields[19]}");
        WorkerName.IsGone(WorkerName.OfThisProcess).ShouldBeFalse();
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a) (b 1 2 (c")]
    public void Process_IsGone_OnceItEndedAndNotBefore(string program)
    {
        var folder = Directory.CreateTempSubdirectory("cycle-name-").FullName;
        var file = Path.Combine(folder, program);
        File.CreateSymbolicLink(file, "/bin/sh");
        using var process = Process.Start(new ProcessStartInfo(file, ["-c", "read line"]) { RedirectStandardInput = true })!;
        try
        {
            var start = ProcessStart.Of(process);
            string Name(string? at) => $"{WorkerName.Machine}/{process.Id}/{at}";

            WorkerName.IsGone(Name(start)).ShouldBeFalse();
            WorkerName.IsGone(Name($"{long.Parse(start!, CultureInfo.InvariantCulture) - 1}")).ShouldBeTrue("an earlier one of the same number");
            process.Kill();
            process.WaitForExit();
            WorkerName.IsGone(Name(start)).ShouldBeTrue();
        }
        finally
        {
            process.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("42 (cycle) S 1 42 42 0 -1 4194560 100 0 3 0 12 4 0 0 20 0 9 0 7654321 1000 200")]
    [InlineData("42 (a) b (1 2) S 1 42 42 0 -1 4194560 100 0 3 0 12 4 0 0 20 0 9 0 7654321 1000 200\n")]
    public void Ticks_AreTheTwentySecondField_WhateverTheProgramsName(string stat) => ProcessStart.TicksIn(stat).ShouldBe("7654321");

    [Theory]
    [InlineData("SELF")]
    [InlineData("99999999")]
    public void Process_IsLeftToItsSilence_WhenABuildNamedItThatToldStartsByTheClock(string number)
    {
        var signs = $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()} {new FileInfo("/proc/self/ns/pid").LinkTarget}";
        var machine = $"{Environment.MachineName}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signs)))[..6]}";
        var processId = number == "SELF" ? $"{Environment.ProcessId}" : number;

        WorkerName.IsGone($"{machine}/{processId}/20260101T000000").ShouldBeFalse();
    }
}
