using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>
/// A running dashboard: pages and endpoints over one ledger, on loopback only until there is sign-in.
/// </summary>
public sealed class Dashboard : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Dashboard(WebApplication app, Uri address) => (_app, Address) = (app, address);

    /// <summary>Where a browser on this machine finds it.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<Dashboard> StartAsync(DashboardOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Dashboard).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = null;   // an order log may be larger than any limit; uploads go to disk
            Listen(server, options.Port);
        });
        DashboardServices.Add(builder.Services, options);

        var app = builder.Build();
        try
        {
            DashboardPipeline.Use(app, options);
            await app.StartAsync(cancellationToken);
            return new Dashboard(app, AddressOf(app));
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when the process is asked to stop or <paramref name="cancellationToken"/> fires.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Both loopback addresses, so that <c>localhost</c> works whichever it resolves to.</summary>
    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions server, int port)
    {
        if (port == 0)
            server.Listen(IPAddress.Loopback, 0);
        else
            server.ListenLocalhost(port);
    }

    private static Uri AddressOf(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new UriBuilder("http", "127.0.0.1", new Uri(bound.First()).Port).Uri;
    }
}
