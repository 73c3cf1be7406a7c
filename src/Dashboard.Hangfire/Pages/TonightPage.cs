using Cycle.Dashboard.Web;
using Cycle.Dashboard.Web.Reading;
using Hangfire.Dashboard;
using Hangfire.Dashboard.Pages;

namespace Cycle.Dashboard.Hangfire.Pages;

/// <summary>The night that is open, else the latest: steps, partitions, rejects. Read from the rows of the run, like our own pages.</summary>
internal sealed class TonightPage : RazorPage
{
    public override void Execute()
    {
        Layout = new LayoutPage("Cycle");
        var services = Context.GetHttpContext().RequestServices;
        var words = services.GetRequiredService<Words>();
        WriteLiteral(NightView.TonightAsync(services, CancellationToken.None).GetAwaiter().GetResult() is { } night
            ? NightView.Live(night, words, Url.To("/cycle/tonight"), Links(night, words))
            : $"<h1 class=\"page-header\">Cycle</h1><div class=\"alert alert-info\">{NightView.Text(words["No night has been run yet. The first one begins with the first files, by the schedule or by `cycle run NIGHT --date D`."])}</div>");
    }

    private string Links(NightSnapshot night, Words words) =>
        $"""<a href="{Url.To($"/cycle/run/{night.Run.RunId}")}">{NightView.Text(words["Job"])}</a> <a href="/">{NightView.Text(words["Tonight"])}</a> """ +
        $"""<a href="/runs/{night.Run.RunId}">{NightView.Text(words["Run {0}", night.Run.RunId])}</a> <a href="/files">{NightView.Text(words["Files"])}</a>""";
}
