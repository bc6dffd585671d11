using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Mainstay.Demo;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Web.Shell.Hosting;
using HostedDashboard = Mainstay.Web.Shell.Hosting.Dashboard;

namespace Mainstay.Web.Tests.Dashboard;

/// <summary>A dashboard over a small sample shop, on a free loopback port.</summary>
public class DemoDashboard : IAsyncLifetime
{
    public const string Token = "a-token-only-this-test-knows";

    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-web-").FullName;
    private LedgerDatabase? _ledger;
    private HostedDashboard? _dashboard;

    public Uri Address => _dashboard!.Address;

    /// <summary>A client as a browser is one: cookies are kept, redirects followed.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>One of the sample's order files.</summary>
    public string OrderFile { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var workspace = new Workspace(Path.Combine(_folder, "shop")).Ensure();
        workspace.SettingsFile.Set("business_name", "Alder & Oak");
        workspace.SettingsFile.Set("currency", "GBP");
        _ledger = await LedgerDatabase.OpenAsync(AddressIn(workspace));
        if (HasOrders)
            await SellAsync(_ledger, workspace);
        await FillAsync(_ledger);
        _dashboard = await HostedDashboard.StartAsync(new DashboardOptions
        {
            Workspace = workspace,
            Ledger = _ledger,
            Port = 0,
            Commands = (_, response, cancellationToken) => response.WriteAsync("ran"u8.ToArray(), cancellationToken).AsTask(),
            CommandToken = Token,
        }, CancellationToken.None);
        Client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_dashboard is not null)
            await _dashboard.DisposeAsync();
        _ledger?.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether anything was ever sold.</summary>
    protected virtual bool HasOrders => true;

    /// <summary>Where its ledger is.</summary>
    protected virtual LedgerAddress AddressIn(Workspace workspace) => LedgerAddress.OfFile(workspace.LedgerPath);

    /// <summary>What else happened, before anybody looks.</summary>
    protected virtual Task FillAsync(LedgerDatabase ledger) => Task.CompletedTask;

    /// <summary>A page as a parsed document.</summary>
    public async Task<IDocument> GetAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await Client.GetStringAsync(path));

    /// <summary>Posts as one of our own pages would, with its anti-forgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string fromPage, params (string Name, string Value)[] values)
    {
        var token = (await GetAsync(fromPage)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await SendAsync(path, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. values.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))]));
    }

    /// <summary>Drops a file on the data page.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string name, byte[] content)
    {
        var token = (await GetAsync("/ledger/data")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "file", name },
        };
        return await SendAsync("/ledger/data/uploads", form);
    }

    private async Task SellAsync(LedgerDatabase ledger, Workspace workspace)
    {
        var files = SampleBusiness.Generate(
            new SampleOptions { Customers = 150, EndDay = new DateOnly(2026, 10, 31) }, Path.Combine(_folder, "orders"));
        OrderFile = files.Paths[^1];
        foreach (var path in files.Paths)
        {
            using var connection = ledger.ConnectForStaging();
            await FileImport.CommitAsync(ledger, connection, path, new ReadOptions(), workspace.SettingsFile.Read(),
                TimeProvider.System, null, CancellationToken.None);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return await Client.SendAsync(request);
    }
}
