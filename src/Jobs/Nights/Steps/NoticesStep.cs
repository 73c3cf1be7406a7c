namespace Cycle.Jobs.Nights.Steps;

internal sealed class NoticesStep : INightStep
{
    public string Name => "notices";

    public Task<string> RunAsync(Night night, short number, CancellationToken cancellationToken) => Task.FromResult("");
}

internal sealed class AlertsStep : INightStep
{
    public string Name => "alerts";

    public Task<string> RunAsync(Night night, short number, CancellationToken cancellationToken) => Task.FromResult("");
}
