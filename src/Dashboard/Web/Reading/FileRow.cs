namespace Cycle.Dashboard.Web.Reading;

/// <summary>A file that was taken.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="BusinessDate">The night that took it.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Taken">Rows taken.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="AmountTotal">Sum of the amount column, whatever the currency.</param>
/// <param name="TakenAt">When.</param>
internal sealed record FileRow(
    string Name, string Kind, DateOnly BusinessDate, long Rows, long Taken, long Rejected, decimal? AmountTotal, DateTimeOffset TakenAt);
