using System.Net;
using System.Text;
using Cycle.Dashboard.Web;
using Cycle.Dashboard.Web.Reading;
using Hangfire.Dashboard;

namespace Cycle.Dashboard.Hangfire.Pages;

/// <summary>A night as Hangfire's pages show it: the same figures as ours, from the same rows.</summary>
internal static class NightView
{
    /// <summary>The night of a job, on the job's page; empty for other jobs.</summary>
    public static string OnJobPage(JobDetailsRendererDto page)
    {
        if (page.JobDetails.Job is not { } job || job.Type != typeof(NightJob))
        {
            return "";
        }

        var services = page.Page.Context.GetHttpContext().RequestServices;
        var words = services.GetRequiredService<Words>();
        var runId = (long)job.Args[0];
        var link = $"""<a href="/runs/{runId}">{Text(words["Run {0}", runId])}</a>""";
        return OfRunAsync(services, runId, CancellationToken.None).GetAwaiter().GetResult() is { } night
            ? Live(night, words, page.Page.Url.To($"/cycle/night/{runId}"), link)
            : "";
    }

    /// <summary>The open night, else the latest.</summary>
    public static Task<NightSnapshot?> TonightAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<NightWatch>().SeeAsync(cancellationToken);

    /// <summary>The night of a run.</summary>
    public static Task<NightSnapshot?> OfRunAsync(IServiceProvider services, long runId, CancellationToken cancellationToken) =>
        services.GetRequiredService<NightWatch>().OfRunAsync(runId, cancellationToken);

    /// <summary>A night whose figures the script keeps up to date.</summary>
    public static string Live(NightSnapshot night, Words words, string from, string links) =>
        $"""
        <h1 class="page-header">{Text(words["Night of {0}", Show.Date(night.Run.BusinessDate)])} <small class="cycle-links">{links}</small></h1>
        <div class="cycle-night" data-cycle-from="{Text(from)}">{Figures(night, words)}</div>
        """;

    /// <summary>The figures: what is at work, the whole, step by step, who works.</summary>
    public static string Figures(NightSnapshot night, Words words)
    {
        var live = LiveNight.Of(night, words);
        string Now(string name) => Text(live.Texts[name]);
        var html = new StringBuilder();
        html.Append($"""<p><span class="label {Colour(night.Run.State)}">{Text(words[night.Run.State])}</span> """)
            .Append($"""<strong>{Now("step")}</strong> {Now("done")} &middot; <span class="cycle-rate">{Now("rate")}</span> &middot; {Now("left")}</p>""")
            .Append(Bar(live.Bars["now"], words["Progress of the step"], "cycle-now"))
            .Append($"""<p class="cycle-small">{Text(words["Steps"])}: {Now("stepsDone")} &middot; {Now("took")}{(live.Texts["partitions"].Length == 0 ? "" : $" &middot; {Now("partitions")}")}</p>""")
            .Append(Bar(live.Bars["all"], words["Progress of the night"], "cycle-all"));
        if (night.Run.Error is { } error)
        {
            html.Append($"""<div class="alert alert-warning">{Text(words.Of(error))}</div>""");
        }

        return html.Append(Counts(live, words)).Append(Steps(night, live, words)).Append(Workers(live, words)).ToString();
    }

    /// <summary>Text that means nothing to a browser.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Counts(LiveNight live, Words words)
    {
        string Count(string title, string name) => $"<div><dt>{Text(words[title])}</dt><dd>{Text(live.Texts[name])}</dd></div>";
        return $"""<dl class="cycle-counts">{Count("Rows rejected", "rejects")}{Count("Files refused", "refusals")}{Count("Accounts set aside", "setAside")}</dl>""";
    }

    private static string Steps(NightSnapshot night, LiveNight live, Words words) => Table(
        words, ["#", "Step", "State", "Progress", "Done", "Partitions", "Time"],
        night.Steps.Select(step =>
        {
            var key = $"step{step.Number}";
            var parts = step.Partitions == 0 ? "" : words["{0} of {1}", Show.Count(step.PartitionsDone), Show.Count(step.Partitions)];
            return $"""<td class="n">{step.Number}</td><th>{Text(words[StepTitles.Of(step.Name)])}<span class="cycle-said">{Text(live.Texts[$"{key}.said"])}</span></th>""" +
                $"""<td><span class="label {Colour(step.State)}">{Text(words[step.State])}</span></td><td>{Bar(live.Bars[key], words[StepTitles.Of(step.Name)], "")}</td>""" +
                $"""<td class="n">{Text(live.Texts[$"{key}.done"])}</td><td class="n">{Text(parts)}</td><td class="n">{Text(live.Texts[$"{key}.took"])}</td>""";
        }));

    private static string Workers(LiveNight live, Words words) => live.Workers.Count == 0 ? "" : Table(
        words, ["Worker", "At work", "Done", "Accounts"],
        live.Workers.Select(worker => $"""<th>{Text(worker[0])}</th>{string.Concat(worker.Skip(1).Select(figure => $"<td>{Text(figure)}</td>"))}"""));

    private static string Table(Words words, IEnumerable<string> heads, IEnumerable<string> rows) =>
        $"""
        <div class="table-responsive"><table class="table">
        <thead><tr>{string.Concat(heads.Select(head => $"<th>{Text(head == "#" ? head : words[head])}</th>"))}</tr></thead>
        <tbody>{string.Concat(rows.Select(row => $"<tr>{row}</tr>"))}</tbody></table></div>
        """;

    private static string Bar(int thousandths, string name, string kind) =>
        $"""<progress class="{kind}" max="1000" value="{thousandths}" aria-label="{Text(name)}"></progress>""";

    private static string Colour(string state) => state switch
    {
        "completed" => "label-success",
        "running" => "label-primary",
        "failed" => "label-danger",
        "stopping" or "stopped" => "label-warning",
        _ => "label-default",
    };
}
