using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using System.Data.Common;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>A workspace with the analysis of what its ledger holds now.</summary>
internal sealed class WorkspaceAnalysis : IDisposable
{
    private readonly OpenWorkspace _open;

    private WorkspaceAnalysis(OpenWorkspace open, Snapshot snapshot)
    {
        _open = open;
        Snapshot = snapshot;
    }

    public Snapshot Snapshot { get; }

    public AnalysisDocument Document => Snapshot.Document;

    public BusinessSettings Settings => _open.Settings;

    public SnapshotCustomers Customers => new(_open.Ledger);

    public WorthReports Reports => new(_open.Ledger);

    public Figures Figures => new(Document.Currency, Settings.Locale);

    public DbConnection Connect() => _open.Ledger.Connect();

    public static async Task<WorkspaceAnalysis> OfAsync(Call call, CancellationToken cancellationToken)
    {
        var open = await OpenWorkspace.ExistingAsync(call, cancellationToken);
        try
        {
            using var snapshots = new SnapshotStore(open.Ledger);
            var settings = await open.EffectiveSettingsAsync(cancellationToken);
            var snapshot = await snapshots.GetOrCreateAsync(
                new AnalysisRequest { AsOf = call.AsOf, Settings = settings }, cancellationToken);
            return new WorkspaceAnalysis(open, snapshot);
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    public void Dispose() => _open.Dispose();
}
