using System.Diagnostics;
using Mainstay.Cli.Modelling.Summaries;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import;
using Mainstay.Lifecycle;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Files;
using Mainstay.Statistics.Spend;
using Mainstay.Worth;

namespace Mainstay.Cli.Modelling;

/// <summary>A fit to order logs.</summary>
internal static class LogFit
{
    public static async Task<FitAnswer> RunAsync(
        Call call, ModelFiles files, FitRequest request, CancellationToken cancellationToken)
    {
        RefuseSummaryModels(request);
        SummaryFit.RequireCovariates(request);
        var watch = Stopwatch.StartNew();
        using var ledger = await files.OpenAsync(call, cancellationToken);
        var customers = files.Observe(call, ledger, cancellationToken);
        var file = await Task.Run(
            () => request.Covariates.Count > 0
                ? FitWithCovariates(call, files, ledger, customers, request, watch, cancellationToken)
                : Fit(call, ledger, customers, request, watch, cancellationToken),
            cancellationToken);
        return new(file, ledger.Rejected);
    }

    private static ModelFile Fit(
        Call call, OneShotLedger ledger, ObservedCustomers customers, FitRequest request, Stopwatch watch,
        CancellationToken cancellationToken)
    {
        if (request.Model == ModelNames.GammaGamma)
        {
            var spends = customers.Spends();
            return new Fitting(null, customers.AsOf, watch).Other(
                () => GammaGamma.Fit(spends, cancellationToken: cancellationToken),
                model => (model.Name, model.Parameters));
        }

        var name = request.IsAuto ? Choose(call, ledger, customers, cancellationToken) : request.Model;
        return new Fitting(customers.Period, customers.AsOf, watch).Attrition(
            AttritionFamilies.Named(name)!, customers.Histories, cancellationToken);
    }

    private static ModelFile FitWithCovariates(
        Call call, ModelFiles files, OneShotLedger ledger, ObservedCustomers customers, FitRequest request,
        Stopwatch watch, CancellationToken cancellationToken)
    {
        var options = files.Reading.Of(call);
        var known = LogCovariates.Read(ledger, request.Covariates, options, cancellationToken);
        var (histories, (columns, comparedWith)) = known.Of(customers, ledger.Files[0].DecimalComma);
        if (known.LeftOut > 0)
            call.Say($"{known.LeftOut} customers without a value in every column of --covariates were left out.");
        return new Fitting(customers.Period, customers.AsOf, watch).Covariates(
            AttritionFamilies.Named(request.Model)!, new(histories, columns), comparedWith, cancellationToken);
    }

    private static string Choose(
        Call call, OneShotLedger ledger, ObservedCustomers customers, CancellationToken cancellationToken)
    {
        var sql = new SqlSession(ledger.Connection, cancellationToken);
        var comparison = ModelComparison.Run(sql, [], customers.AsOf, customers.Period, cancellationToken);
        call.Say(comparison.Why);
        return comparison.Chosen;
    }

    private static void RefuseSummaryModels(FitRequest request)
    {
        var needed = request.Model switch
        {
            ModelNames.BgBb => "frequency, recency and periods: at how many set opportunities each customer bought",
            ModelNames.Sbg or ModelNames.Bdw => "cohort, period and survivors: how many contracts were still renewed",
            _ => null,
        };
        if (needed is not null)
        {
            throw new CommandFailedException(new Failure(
                $"{request.Model} cannot be fitted to an order log", Expected: $"a summary with {needed}",
                Do: "make one and add --summary"));
        }
    }
}
