using Mainstay.Cli.Forwarding;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Ledger;

/// <summary>
/// The workspace a command works on, with its ledger open: its own, or the one <c>serve</c> already holds.
/// </summary>
internal sealed class OpenWorkspace : IDisposable
{
    private const string DemoMarker = "demo.txt";

    private readonly bool _owned;

    private OpenWorkspace(Workspace workspace, LedgerDatabase ledger, bool owned)
    {
        Workspace = workspace;
        Ledger = ledger;
        _owned = owned;
        Settings = workspace.SettingsFile.Read();
    }

    public Workspace Workspace { get; }

    public LedgerDatabase Ledger { get; }

    public BusinessSettings Settings { get; }

    /// <summary>Opens a workspace that something was imported into before.</summary>
    public static Task<OpenWorkspace> ExistingAsync(Call call, CancellationToken cancellationToken)
    {
        var workspace = new Workspace(call.WorkspaceFolder);
        return call.LedgerAddress.MayExist || call.Context.Served is not null
            ? OpenAsync(call, workspace, call.LedgerAddress, cancellationToken)
            : throw new CommandFailedException(new Failure("there is no ledger in this workspace yet",
                Where: workspace.Folder, Expected: $"a workspace that holds {Path.GetFileName(workspace.LedgerPath)}",
                Do: "mainstay import orders.csv, or mainstay demo, or name another --workspace"));
    }

    /// <summary>Opens a workspace, making it where there is none.</summary>
    public static Task<OpenWorkspace> EnsuredAsync(Call call, CancellationToken cancellationToken) =>
        OpenAsync(call, new Workspace(call.WorkspaceFolder).Ensure(), call.LedgerAddress, cancellationToken);

    /// <summary>
    /// Opens a workspace of our own making and fills it: whatever an earlier demo left there is gone, and so is this
    /// one when the filling fails.
    /// </summary>
    public static async Task<OpenWorkspace> NewAsync(
        Call call, Workspace workspace, Func<OpenWorkspace, Task> fill, CancellationToken cancellationToken)
    {
        var marker = Path.Combine(workspace.Folder, DemoMarker);
        if (Directory.Exists(workspace.Folder) && Directory.EnumerateFileSystemEntries(workspace.Folder).Any()
            && !File.Exists(marker))
            throw new CommandFailedException(new Failure("this folder holds something that is not a demo",
                Where: workspace.Folder, Expected: "an empty folder, or one that an earlier demo made",
                Do: "name another --workspace; your own data is never overwritten"));
        RequireUnserved(workspace);
        Remove(workspace);
        OpenWorkspace? open = null;
        try
        {
            workspace.Ensure();
            File.WriteAllText(
                marker, "A sample business made by mainstay demo. This folder is replaced by the next demo.\n");
            open = await OpenAsync(
                call, workspace, LedgerAddress.OfFile(workspace.LedgerPath), cancellationToken);
            await fill(open);
            return open;
        }
        catch
        {
            open?.Dispose();
            Remove(workspace);
            throw;
        }
    }

    /// <summary>Refuses a workspace that a running dashboard holds.</summary>
    public static void RequireUnserved(Workspace workspace)
    {
        if (ServeFile.Read(workspace.ServePath) is { IsAlive: true } served)
            throw new CommandFailedException(new Failure($"this workspace is open already at {served.Address}",
                Where: workspace.Folder, Do: "look at it there, or close it first with Ctrl-C in its terminal"));
    }

    /// <summary>
    /// The settings with the currency the ledger has adopted from its files, while the business named none.
    /// </summary>
    public async Task<BusinessSettings> EffectiveSettingsAsync(CancellationToken cancellationToken)
    {
        using var connection = Ledger.Connect();
        return await SettingsInForce.WithLedgerCurrencyAsync(connection, Settings, cancellationToken);
    }

    public void Dispose()
    {
        if (_owned)
            Ledger.Dispose();
    }

    private static void Remove(Workspace workspace)
    {
        if (Directory.Exists(workspace.Folder))
            Directory.Delete(workspace.Folder, recursive: true);
    }

    private static async Task<OpenWorkspace> OpenAsync(
        Call call, Workspace workspace, LedgerAddress address, CancellationToken cancellationToken) =>
        call.Context.Served is { } served
            ? new OpenWorkspace(workspace, served, owned: false)
            : new OpenWorkspace(workspace, await LedgerDatabase.OpenAsync(address, cancellationToken), owned: true);
}
