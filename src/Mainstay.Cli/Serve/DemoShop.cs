using System.Globalization;
using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Demo;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Settings;
using Mainstay.Web.Report;
using Mainstay.Worth;

namespace Mainstay.Cli.Serve;

/// <summary>
/// Fills an empty workspace with the sample business: the same import and analysis as anybody's files.
/// </summary>
internal static class DemoShop
{
    public static async Task FillAsync(
        Call call, OpenWorkspace open, SampleOptions sample, CancellationToken cancellationToken)
    {
        var folder = open.Workspace.Folder;
        var files = SampleBusiness.Generate(sample, Path.Combine(folder, "orders"));
        var settings = Settle(open.Workspace);
        foreach (var path in files.Paths.Concat(SampleBusiness.GenerateFacts(sample, Path.Combine(folder, "facts"))))
            await ImportAsync(call, open, path, settings, cancellationToken);

        using var snapshots = new SnapshotStore(open.Ledger);
        var snapshot = await snapshots.GetOrCreateAsync(new AnalysisRequest { Settings = settings }, cancellationToken);
        var report = Path.Combine(folder, "report.html");
        await WholeFile.WriteTextAsync(report, writer =>
            HtmlReport.WriteAsync(snapshot.Document, writer, settings.Locale, cancellationToken));
        call.Say($"The report is in {report}; the files it rests on are in "
            + $"{Path.Combine(folder, "orders")} and {Path.Combine(folder, "facts")}.");
    }

    private static BusinessSettings Settle(Workspace workspace)
    {
        var chosen = SampleBusiness.Settings;
        var file = workspace.SettingsFile;
        foreach (var (name, value) in ((string, string)[])[
            ("business_name", chosen.BusinessName), ("currency", chosen.Currency), ("time_zone", chosen.TimeZone),
            ("locale", chosen.Locale), ("margin_rate", chosen.MarginRate.ToString(CultureInfo.InvariantCulture))])
            file.Set(name, value);
        return file.Read();
    }

    private static async Task ImportAsync(
        Call call, OpenWorkspace open, string path, BusinessSettings settings, CancellationToken cancellationToken)
    {
        using var connection = open.Ledger.ConnectForStaging();
        var import = await FileImport.CommitAsync(open.Ledger, connection, path, new ReadOptions(), settings,
            call.Context.Clock, progress: null, cancellationToken);
        call.Say($"{Path.GetFileName(path)}: {import.File.RecognisedAs}.");
    }
}
