using Cycle.Jobs.Intake;
using Cycle.Jobs.Tests.Intake;
using Cycle.Ledger.Postings;
using Xunit.Abstractions;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>
/// Feeds a format with files that are wrong. Whatever they are, taking one in either refuses it whole with a reason and leaves nothing
/// but the refusal, or takes or rejects every row, each reject with a documented reason; it never throws.
/// </summary>
internal sealed class CsvFuzz(IntakeBench bench, FuzzStore store, CsvFormat format)
{
    private const int FilesOneIn = 20;
    private int _number;
    private long _mutatedRows, _rowFiles, _taken, _rejected, _mutatedFiles, _refused;

    /// <summary>Tries as many rows as the settings say, and for every twenty of them one file whose bytes are damaged.</summary>
    public async Task RunAsync(ITestOutputHelper output)
    {
        while (_mutatedRows < FuzzSettings.Cases)
        {
            await TryAsync(RowsAsync);
        }

        while (_mutatedFiles < Math.Max(FuzzSettings.Cases / FilesOneIn, 1))
        {
            await TryAsync(BytesAsync);
        }

        FuzzSettings.Tell(output, format.Name,
            $"{_mutatedRows} mutated rows in {_rowFiles} files, {_taken} rows taken, {_rejected} rejected; "
            + $"{_mutatedFiles} files with damaged bytes, {_refused} refused whole.");
        (_taken > 0 && _rejected > 0 && _refused > 0).ShouldBeTrue("the files are too right or too wrong to test anything");
    }

    private async Task TryAsync(Func<Dice, Func<byte[], Task<IntakeOutcome>>, Task> attempt)
    {
        _number++;
        byte[] content = [];
        var name = format.FileName(_number);
        try
        {
            await attempt(FuzzSettings.Dice(_number), async bytes =>
            {
                content = bytes;
                return await format.TakeAsync(bench.WriteBytes(name, content));
            });
            await store.ResetAsync(await store.ChangedAsync());
        }
        catch (Exception problem)
        {
            throw FuzzSettings.Failure(format.Name, _number, content, problem);
        }
        finally
        {
            File.Delete(Path.Combine(bench.Folder, name));
            File.Delete(Path.Combine(bench.Folder, name + IncomingName.ControlSuffix));
        }
    }

    /// <summary>A file that can be read, with rows that are wrong: it is taken, and every row of it is taken or rejected.</summary>
    private async Task RowsAsync(Dice dice, Func<byte[], Task<IntakeOutcome>> takeAsync)
    {
        var file = MutatedCsv.Of(format.Columns, format.Valid(dice), IsChanged, dice);
        var outcome = await takeAsync(file.Content);

        var taken = outcome.ShouldBeOfType<FileTaken>(outcome is FileRefused refused ? refused.Reason : null);
        taken.Rows.ShouldBe(file.Rows.Count);
        var lines = await CheckTakenAsync(taken);
        lines.ShouldBeSubsetOf(file.Rows.Select(row => row.Line));
        (await format.KeptAsync(taken.FileName, file.Rows)).ShouldBe(taken.Taken);
        _mutatedRows += file.Mutated;
        _rowFiles++;
        _taken += taken.Taken;
        _rejected += taken.Rejected;
    }

    /// <summary>A file that may not be readable at all.</summary>
    private async Task BytesAsync(Dice dice, Func<byte[], Task<IntakeOutcome>> takeAsync)
    {
        var valid = MutatedCsv.Of(format.Columns, format.Valid(dice), _ => false, dice).Content;
        var damaged = ByteMutations.Of(valid, dice);
        var isStated = format.ControlledColumn is not null && dice.OneIn(3);
        if (isStated)
        {
            bench.WriteText(format.FileName(_number) + IncomingName.ControlSuffix, ControlText.Of(valid, format.Columns, format.ControlledColumn!));
        }

        switch (await takeAsync(damaged))
        {
            case FileTaken taken:
                (isStated && !damaged.AsSpan().SequenceEqual(valid)).ShouldBeFalse("it is not what its control file states");
                await CheckTakenAsync(taken);
                break;
            case FileRefused refused:
                await CheckRefusedAsync(refused);
                _refused++;
                break;
            case var other:
                throw new ShouldAssertException($"{other} of a file that was never seen before.");
        }

        _mutatedFiles++;
    }

    private async Task<List<long>> CheckTakenAsync(FileTaken taken)
    {
        (taken.Taken + taken.Rejected).ShouldBe(taken.Rows);
        var rejects = await bench.QueryAsync($"select line, reason, detail from rejects where file_name = '{taken.FileName}'");
        ((long)rejects.Count).ShouldBe(taken.Rejected);
        foreach (var reject in rejects.Select(row => row.Split('|', 3)))
        {
            format.Reasons.ShouldContain(reject[1]);
            reject[2].ShouldNotBeNullOrWhiteSpace();
            CardNumberMask.Mask(reject[2]).ShouldBe(reject[2]);
        }

        (await store.ChangedAsync()).ShouldNotContain(FuzzStore.Refusals);
        return [.. rejects.Select(row => long.Parse(row.Split('|')[0], System.Globalization.CultureInfo.InvariantCulture))];
    }

    private async Task CheckRefusedAsync(FileRefused refused)
    {
        (await store.ChangedAsync()).ShouldBe([FuzzStore.Refusals]);
        refused.Reason.ShouldStartWith(refused.FileName);
        refused.Reason.Length.ShouldBeInRange(refused.FileName.Length + 10, 2_000);
        CardNumberMask.Mask(refused.Reason).ShouldBe(refused.Reason);
    }

    private bool IsChanged(Dice dice) => format.RowsChanged == 1 ? !dice.OneIn(4) : dice.OneIn(format.RowsChanged);
}
