using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using System.Data.Common;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;
using Mainstay.Web.Report;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>Order files read and valued once, in memory.</summary>
internal sealed class FileAnalysis : IDisposable
{
    private readonly OneShotLedger _ledger;
    private readonly BusinessSettings _settings;

    private FileAnalysis(OneShotLedger ledger, BusinessSettings settings, AnalysisDocument document)
    {
        _ledger = ledger;
        _settings = settings;
        Document = document;
    }

    public AnalysisDocument Document { get; }

    /// <summary>Where the table <c>customer_worth</c> is.</summary>
    public DbConnection Connection => _ledger.Connection;

    public static async Task<FileAnalysis> RunAsync(
        Call call, AnalyzeOptions options, CancellationToken cancellationToken)
    {
        var settings = options.SettingsOf(call);
        var ledger = await ReadAsync(call, options, settings, cancellationToken);
        try
        {
            await RejectFile.WriteAsync(call, ledger.Connection, options.Reading, ledger.Files, ledger.Rejected,
                besideInput: false, cancellationToken);
            settings = settings with { Currency = ledger.Currency };
            var document = await CustomerAnalysis.RunAsync(
                ledger.Connection, Request(call, options, ledger, settings), cancellationToken);
            ledger.ForgetDays(cancellationToken);
            return new FileAnalysis(ledger, settings, document);
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>Writes the HTML report where one was asked for: whole, or not at all.</summary>
    public async Task WriteReportAsync(Call call, AnalyzeOptions options, CancellationToken cancellationToken)
    {
        if (call.Value(options.Report) is not { } name)
            return;
        var path = call.Context.PathOf(name);
        await WholeFile.WriteTextAsync(path, writer =>
            HtmlReport.WriteAsync(Document, writer, _settings.Locale, cancellationToken));
        call.Say($"The report is in {path}.");
    }

    public void WritePage(Call call, AnalyzeOptions options)
    {
        foreach (var file in _ledger.Files)
            call.Say($"{Path.GetFileName(file.Path)}: {file.RecognisedAs}.");
        var next = call.Value(options.Report) is null
            ? "add --report worth.html for the charts, or mainstay import to keep this and see it grow."
            : "open the report in a browser, or mainstay import to keep this and see it grow.";
        AnalysisPage.Write(call.Page, Document, new Figures(Document.Currency, _settings.Locale), next);
    }

    public void Dispose() => _ledger.Dispose();

    private static async Task<OneShotLedger> ReadAsync(
        Call call, AnalyzeOptions options, BusinessSettings settings, CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(call.Context.Error, call.Context.Interactive);
        return await OneShotLedger.OpenAsync(options.Reading.PathsOf(call), options.Reading.Of(call), settings,
            new ReadingProgress(line), cancellationToken);
    }

    private static AnalysisRequest Request(
        Call call, AnalyzeOptions options, OneShotLedger ledger, BusinessSettings settings) => new()
        {
            AsOf = call.AsOf,
            Settings = settings,
            Model = call.Value(options.Model) ?? AnalysisRequest.Auto,
            RejectedRows = ledger.Rejected - ledger.RowsWithoutRate,
            RowsWithoutRate = ledger.RowsWithoutRate,
            ContradictoryAmounts = ledger.Files.Sum(file => file.ContradictoryAmounts),
            OrderGrain = ledger.HasOrderIds ? OrderGrain.ManyLinesPerOrder : OrderGrain.LineIsOrder,
            Notes = [.. ledger.Files.SelectMany(file => file.Notes)],
        };
}
