using Mainstay.Cli.Ledger;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;
using Mainstay.Web.Report;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>Order files read once into memory, to be valued there.</summary>
internal sealed class FileAnalysis : IDisposable
{
    private readonly OneShotLedger _ledger;
    private readonly AnalysisRequest _request;

    private FileAnalysis(OneShotLedger ledger, AnalysisRequest request) => (_ledger, _request) = (ledger, request);

    /// <summary>Reads the files; rows that cannot be understood go where the call wants them.</summary>
    public static async Task<FileAnalysis> OpenAsync(
        Call call, AnalyzeOptions options, CancellationToken cancellationToken)
    {
        var settings = options.SettingsOf(call);
        var ledger = await ReadAsync(call, options, settings, cancellationToken);
        try
        {
            await RejectFile.WriteAsync(call, ledger.Connection, options.Reading, ledger.Files, ledger.Rejected,
                besideInput: false, cancellationToken);
            settings = settings with { Currency = ledger.Currency };
            return new FileAnalysis(ledger, Request(call, options, ledger, settings));
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>Values the customers and sums them up.</summary>
    public async Task<AnalysisDocument> AnalyseAsync(CancellationToken cancellationToken)
    {
        var document = await CustomerAnalysis.RunAsync(_ledger.Connection, _request, cancellationToken);
        _ledger.ForgetDays(cancellationToken);
        return document;
    }

    /// <summary>Values the customers and writes one line of each: nothing is summed up.</summary>
    public async Task<ExitCode> WriteCsvAsync(Call call, CancellationToken cancellationToken)
    {
        call.Context.Out.Flush();
        var valued = await CustomerAnalysis.WriteCsvAsync(
            _ledger.Connection, _request, call.Context.Output, cancellationToken);
        return Completeness.Of(valued.Customers, _ledger.Rejected + valued.UnlinkedRefunds);
    }

    /// <summary>Writes one line of each customer as they were analysed.</summary>
    public Task WriteAnalysedCsvAsync(Call call, CancellationToken cancellationToken)
    {
        call.Context.Out.Flush();
        return CustomerCsv.WriteAsync(
            _ledger.Connection, call.Context.Output, _request.Settings.Currency, cancellationToken);
    }

    /// <summary>Writes the HTML report where one was asked for: whole, or not at all.</summary>
    public async Task WriteReportAsync(
        Call call, AnalyzeOptions options, AnalysisDocument document, CancellationToken cancellationToken)
    {
        if (call.Value(options.Report) is not { } name)
            return;
        var path = call.Context.PathOf(name);
        await WholeFile.WriteTextAsync(path, writer =>
            HtmlReport.WriteAsync(document, writer, _request.Settings.Locale, cancellationToken));
        call.Say($"The report is in {path}.");
    }

    public void WritePage(Call call, AnalyzeOptions options, AnalysisDocument document)
    {
        foreach (var file in _ledger.Files)
            call.Say($"{Path.GetFileName(file.Path)}: {file.RecognisedAs}.");
        var next = call.Value(options.Report) is null
            ? "add --report worth.html for the charts, or mainstay import to keep this and see it grow."
            : "open the report in a browser, or mainstay import to keep this and see it grow.";
        AnalysisPage.Write(call.Page, document, new Figures(document.Currency, _request.Settings.Locale), next);
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
            CustomersAreNumbered = true,
            Notes = [.. ledger.Files.SelectMany(file => file.Notes)],
        };
}
