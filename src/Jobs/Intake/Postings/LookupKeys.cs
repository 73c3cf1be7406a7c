using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// What has to be looked up for the rows of a chunk. It is gathered apart from the look-up, while the server still writes the chunk before
/// the last. It is used again for later chunks.
/// </summary>
internal sealed class LookupKeys
{
    private readonly List<IdText> _ids = [];

    /// <summary>How many of the ids, at the front, are those of rows whose id may have come before in the same file.</summary>
    private int _seen;

    /// <summary>Payments through a channel with a ceiling a day, of known cards.</summary>
    public List<PostingRow> Limited { get; } = [];

    /// <summary>The originals that rows name.</summary>
    public List<string> Originals { get; } = [];

    /// <summary>Gathers the keys of rows; rows already rejected have none.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="seen">The ids the file brought so far, to which those of the rows are added; null where all ids are looked up anyway.</param>
    /// <param name="tariff">Tells which channels have a ceiling a day.</param>
    public void Gather(IEnumerable<PostingRow> rows, SeenIds? seen, Tariff tariff)
    {
        _ids.Clear();
        Limited.Clear();
        Originals.Clear();
        _seen = 0;
        foreach (var row in rows.Where(row => row.Rejection is null))
        {
            _ids.Add(row.PostingId);
            if (seen?.Add(row.PostingId) == true)
            {
                (_ids[_seen], _ids[^1]) = (_ids[^1], _ids[_seen]);
                _seen++;
            }

            if (row.Card is not null && HasDayCeiling(row, tariff))
            {
                Limited.Add(row);
            }

            if (row.OriginalPostingId is { } original)
            {
                Originals.Add(original);
            }
        }
    }

    /// <summary>The ids to be looked up.</summary>
    /// <param name="all">Whether all; otherwise those that may have come before in the same file.</param>
    public List<string> Ids(bool all) => _ids.GetRange(0, all ? _ids.Count : _seen).ConvertAll(id => id.Text);

    /// <summary>Whether a payment counts against a ceiling a day.</summary>
    private static bool HasDayCeiling(PostingRow row, Tariff tariff) =>
        row.Channel.Length > 0 && tariff.Channels.TryGetValue(row.Channel, out var terms) && terms.On(row.TransactionDate).MaxPerDay is not null;
}
