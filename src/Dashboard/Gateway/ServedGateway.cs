using Cycle.Jobs.Messages;
using Npgsql;

namespace Cycle.Dashboard.Gateway;

/// <summary>What serving the pages does for messages where the gateway is Kannel: sends what waits and takes delivery reports.</summary>
internal static class ServedGateway
{
    /// <summary>The services that send, none where the gateway is the file.</summary>
    /// <exception cref="SettingsException">Kannel's user and password are not known.</exception>
    public static void AddTo(IServiceCollection services, MessageSettings settings)
    {
        if (settings is { Gateway: GatewayKind.Kannel, Kannel: { } kannel })
        {
            var credentials = KannelCredentials.Read(kannel);
            services.AddHostedService(provider => new SendingService(
                provider.GetRequiredService<NpgsqlDataSource>(), kannel, credentials, provider.GetRequiredService<TimeProvider>()));
        }
    }

    /// <summary>The path that takes reports; also where sending is left to <c>cycle send</c>.</summary>
    public static void MapOn(WebApplication host, MessageSettings settings)
    {
        if (settings is { Gateway: GatewayKind.Kannel, Kannel: { } kannel })
        {
            var reports = new KannelReports(host.Services.GetRequiredService<NpgsqlDataSource>(), KannelCredentials.Read(kannel));
            ReportEndpoint.Map(host, kannel, reports, host.Services.GetRequiredService<TimeProvider>()).AllowAnonymous();
        }
    }
}
