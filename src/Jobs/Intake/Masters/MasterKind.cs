using Cycle.Jobs.Intake.Csv;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>What a kind of master file holds and where it goes.</summary>
internal abstract class MasterKind
{
    /// <summary>The columns of the file.</summary>
    public abstract string[] Columns { get; }

    /// <summary>The columns of the staging table beside <c>key</c> and <c>line</c>, in the order of a row's values.</summary>
    public abstract (string Name, NpgsqlDbType Type, string SqlType)[] Staged { get; }

    /// <summary>What a key is, in messages.</summary>
    public abstract string KeyName { get; }

    /// <summary>
    /// The table that the rows are kept in, one a key, with the date of the master that last told each (<c>told_on</c>); null when a file
    /// is no state of its date that a later one may have overtaken.
    /// </summary>
    public virtual string? ToldTable => null;

    /// <summary>SQL that brings the staged rows where they belong; $1 is the business date, $2 the file's date, which is the business date when its name has none.</summary>
    public abstract string[] Merge { get; }

    /// <summary>Reads the current row.</summary>
    public abstract MasterRow Read(CsvFile file);

    /// <summary>Of the rows of a chunk, those that point to something that is not there, and why they are rejected.</summary>
    public virtual Task<Func<MasterRow, Rejection?>> LookUpAsync(
        NpgsqlConnection connection, IReadOnlyCollection<MasterRow> rows, CancellationToken cancellationToken) =>
        Task.FromResult<Func<MasterRow, Rejection?>>(_ => null);
}
