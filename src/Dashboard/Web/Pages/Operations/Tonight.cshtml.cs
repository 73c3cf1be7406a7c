using Cycle.Dashboard.Web.Reading;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>The night that is open, else the latest, as it moves.</summary>
internal sealed class TonightModel(NightWatch watch, Words words) : CyclePage
{
    public NightSnapshot? Night { get; private set; }

    public LiveNight? Live { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Night = await watch.SeeAsync(cancellationToken);
        Live = Night is null ? null : LiveNight.Of(Night, words);
    }
}
