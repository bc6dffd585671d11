using System.Diagnostics;
using Mainstay.Cli.Shell;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Files;
using Mainstay.Statistics.Renewal;
using Mainstay.Statistics.Spend;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>A fit to a summary: which columns are read depends on the model.</summary>
internal sealed class SummaryFit(Call call, ModelFiles files, SummaryFile file, FitRequest request, Stopwatch watch)
{
    public static async Task<FitAnswer> RunAsync(
        Call call, ModelFiles files, FitRequest request, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        RequireCovariates(request);
        using var file = SummaryFile.Open(call, files);
        var fitted = await new SummaryFit(call, files, file, request, watch).FitAsync(cancellationToken);
        file.Rejects.Say(call);
        return new(fitted, file.Rejects.Count);
    }

    private Task<ModelFile> FitAsync(CancellationToken cancellationToken) => request.Model switch
    {
        ModelNames.GammaGamma => SpendAsync(cancellationToken),
        ModelNames.BgBb => OpportunitiesAsync(cancellationToken),
        ModelNames.Sbg or ModelNames.Bdw => RenewalAsync(cancellationToken),
        ModelNames.Auto when file.Columns.Has(SummaryField.Survivors) => RenewalAsync(cancellationToken),
        ModelNames.Auto when file.Columns.Has(SummaryField.Opportunities) && !file.Columns.Has(SummaryField.Observed) =>
            OpportunitiesAsync(cancellationToken),
        _ => AttritionAsync(cancellationToken),
    };

    private async Task<ModelFile> AttritionAsync(CancellationToken cancellationToken)
    {
        var withGaps = request.IsAuto || Fitting.LearnsFromGaps(AttritionFamilies.Named(request.Model)!);
        var reading = await SummaryHistories.ReadAsync(
            call, file, withGaps, keepsCustomers: false, request.Covariates, cancellationToken);
        var histories = reading.Histories();
        var fitting = new Fitting(files.PeriodOf(call), call.AsOf, watch);
        if (request.Covariates.Count == 0)
        {
            return await Task.Run(() => request.IsAuto
                ? fitting.Likeliest(histories, call.Say, cancellationToken)
                : fitting.Attrition(AttritionFamilies.Named(request.Model)!, histories, cancellationToken),
                cancellationToken);
        }

        var (columns, comparedWith) = reading.Covariates(file.DecimalComma);
        return await Task.Run(() => fitting.Covariates(
            AttritionFamilies.Named(request.Model)!, new(histories, columns), comparedWith, cancellationToken),
            cancellationToken);
    }

    private async Task<ModelFile> SpendAsync(CancellationToken cancellationToken)
    {
        var spends = await SummarySpends.ReadAsync(call, file, cancellationToken);
        return await Task.Run(() => Untimed().Other(
            () => GammaGamma.Fit(spends, cancellationToken: cancellationToken),
            model => (model.Name, model.Parameters)), cancellationToken);
    }

    private async Task<ModelFile> OpportunitiesAsync(CancellationToken cancellationToken)
    {
        var histories = await SummaryOpportunities.ReadAsync(call, file, cancellationToken);
        return await Task.Run(() => Untimed().Other(
            () => BgBb.Fit(histories, cancellationToken: cancellationToken),
            model => (model.Name, model.Parameters)), cancellationToken);
    }

    private async Task<ModelFile> RenewalAsync(CancellationToken cancellationToken)
    {
        var cohorts = await SummaryCohorts.ReadAsync(call, file, cancellationToken);
        return await Task.Run(() => Renewal(cohorts, cancellationToken), cancellationToken);
    }

    private ModelFile Renewal(RenewalCohorts cohorts, CancellationToken cancellationToken)
    {
        ModelFile Steady() => Untimed().Other(
            () => Sbg.Fit(cohorts, cancellationToken: cancellationToken), model => (model.Name, model.Parameters));
        ModelFile Changing() => Untimed().Other(
            () => Bdw.Fit(cohorts, cancellationToken: cancellationToken), model => (model.Name, model.Parameters));
        return request.Model switch
        {
            ModelNames.Sbg => Steady(),
            ModelNames.Bdw => Changing(),
            _ => Likelihoods.Best(
                [Steady(), Changing()], fit => (fit.Model, fit.LogLikelihood, fit.Parameters.Count), call.Say),
        };
    }

    /// <summary>For models of spend, opportunities or renewals: their period is whatever the file's is.</summary>
    private Fitting Untimed() => new(call.Value(files.Period), call.AsOf, watch);

    /// <summary>Refuses covariates with a model that takes none.</summary>
    public static void RequireCovariates(FitRequest request)
    {
        if (request.Covariates.Count == 0 || AttritionFamilies.Named(request.Model) is { TakesCovariates: true })
            return;
        throw new CommandFailedException(new Failure(
            request.IsAuto ? "covariates need a model by name" : $"{request.Model} takes no covariates",
            Where: "--covariates",
            Expected: "--model " + string.Join(" or ", AttritionFamilies.All
                .Where(family => family.TakesCovariates).Select(family => family.Name))));
    }
}
