using System.Net.Sockets;
using Cycle.Jobs.Messages;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cycle.Dashboard.Gateway;

/// <summary>Takes delivery reports while a command sends, where no other process does.</summary>
internal sealed class ReportListener : IAsyncDisposable
{
    private readonly WebApplication? _host;

    private ReportListener(WebApplication? host) => _host = host;

    /// <summary>Whether this process takes the reports; otherwise another one listens at that address.</summary>
    public bool IsListening => _host is not null;

    /// <summary>Listens at an address, until disposed.</summary>
    /// <param name="address">Scheme, host and port.</param>
    /// <param name="settings">With the path of reports.</param>
    /// <param name="reports">What keeps them.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ReportListener> StartAsync(
        Uri address, KannelSettings settings, KannelReports reports, CancellationToken cancellationToken)
    {
        // Empty: no settings from the environment or the folder it is started in, no log of addresses.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(address.GetLeftPart(UriPartial.Authority));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        var host = builder.Build();
        ReportEndpoint.Map(host, settings, reports, TimeProvider.System);
        try
        {
            await host.StartAsync(cancellationToken);
            return new(host);
        }
        catch (IOException taken) when (taken.InnerException?.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            || taken.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            || taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await host.DisposeAsync();
            return new(null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
