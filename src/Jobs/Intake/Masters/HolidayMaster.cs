using Cycle.Jobs.Intake.Csv;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>Holidays.</summary>
internal sealed class HolidayMaster : MasterKind
{
    private static readonly string[] Names = ["date", "name"];

    /// <inheritdoc/>
    public override string[] Columns => Names;

    /// <inheritdoc/>
    public override string KeyName => "date";

    /// <inheritdoc/>
    public override (string Name, NpgsqlDbType Type, string SqlType)[] Staged { get; } =
        [("holiday", NpgsqlDbType.Date, "date"), ("name", NpgsqlDbType.Text, "text")];

    /// <inheritdoc/>
    public override string[] Merge { get; } =
        ["insert into holidays (holiday, name) select holiday, name from staged on conflict (holiday) do update set name = excluded.name"];

    /// <inheritdoc/>
    public override MasterRow Read(CsvFile file)
    {
        var cells = new MasterCells(file, Names);
        return cells.AreComplete() ? cells.Row(cells.Text(0), cells.Date(0, mayBeBlank: false), cells.Text(1)) : cells.Row(cells.Text(0));
    }
}
