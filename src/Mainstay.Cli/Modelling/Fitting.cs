using System.Diagnostics;
using Mainstay.Cli.Shell;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Files;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;
using Mainstay.Statistics.Survival;

namespace Mainstay.Cli.Modelling;

/// <summary>Fits a model to what was read, with a watch that runs since the reading began.</summary>
/// <param name="Period">Unit of time of the data; null where the model knows no time.</param>
/// <param name="AsOf">End of observation; null where nobody said.</param>
/// <param name="Watch">Running since the command began.</param>
internal sealed record Fitting(Period? Period, DateOnly? AsOf, Stopwatch Watch)
{
    /// <summary>Whether a model asks how regularly customers buy.</summary>
    public static bool LearnsFromGaps(AttritionFamily family) => family.Letters.Contains("k");

    /// <summary>An attrition model with its posterior.</summary>
    public ModelFile Attrition(AttritionFamily family, PurchaseHistories histories, CancellationToken cancellationToken)
    {
        var prepared = Watch.Elapsed;
        return Finish(
            family, family.FitTo(histories, cancellationToken: cancellationToken), histories, prepared,
            cancellationToken);
    }

    /// <summary>The attrition model of lowest AIC, with its posterior.</summary>
    public ModelFile Likeliest(PurchaseHistories histories, Action<string> say, CancellationToken cancellationToken)
    {
        var prepared = Watch.Elapsed;
        var families = AttritionFamilies.All
            .Where(family => histories.TotalLogGaps is not null || !LearnsFromGaps(family));
        var (family, fit) = Likelihoods.Best(
            [.. families.Select(each => (Family: each, Fit: FitTo(each)))],
            each => (each.Family.Name, each.Fit.LogLikelihood, each.Family.Letters.Count), say);
        return Finish(family, fit, histories, prepared, cancellationToken);

        Fit<ILatentAttrition> FitTo(AttritionFamily family) =>
            family.FitTo(histories, cancellationToken: cancellationToken);
    }

    /// <summary>An attrition model whose parameters depend on covariates.</summary>
    public ModelFile Covariates(
        AttritionFamily family, CovariateHistories histories, IReadOnlyDictionary<string, string> comparedWith,
        CancellationToken cancellationToken)
    {
        var prepared = Watch.Elapsed;
        var (fit, without, test) = family.FitTo(histories, cancellationToken: cancellationToken);
        var file = ModelFile.Of(fit, fit.Model?.Name, fit.Model?.Parameters, Period, VersionCommand.Mainstay);
        return Timed(file, prepared, Watch.Elapsed, Watch.Elapsed) with
        {
            Covariates = fit.Model is null ? null : [.. fit.Model.Effects.Select(effect => new FittedCovariate(
                effect.Covariate, comparedWith.GetValueOrDefault(effect.Covariate), effect.Process, effect.Parameter,
                effect.Coefficient, effect.StandardError, POf(effect), effect.Reference))],
            LikelihoodRatio = test is { } ratio
                ? new(ratio.ChiSquared, ratio.DegreesOfFreedom, ratio.P, without.LogLikelihood!.Value)
                : null,
        };
    }

    /// <summary>Any other model.</summary>
    public ModelFile Other<TModel>(
        Func<Fit<TModel>> fit, Func<TModel, (string? Name, IReadOnlyDictionary<string, double>? Parameters)> describe)
        where TModel : class
    {
        var prepared = Watch.Elapsed;
        var found = fit();
        var (name, parameters) = found.Model is { } model ? describe(model) : ((string?)null, null);
        var file = ModelFile.Of(found, name, parameters, Period, VersionCommand.Mainstay);
        return Timed(file, prepared, Watch.Elapsed, Watch.Elapsed);
    }

    private ModelFile Finish(
        AttritionFamily family, Fit<ILatentAttrition> fit, PurchaseHistories histories, TimeSpan prepared,
        CancellationToken cancellationToken)
    {
        var fitted = Watch.Elapsed;
        var posterior = fit.Model is { } model
            ? AttritionPosterior.Of(family, histories, model, cancellationToken: cancellationToken)
            : null;
        var drawn = Watch.Elapsed;
        if (fit.Model is { } known)
        {
            _ = HistoryForecasts.Means(
                known, histories, Horizon.Year.In(Period!), DiscountRate.PerYear(0.10).PerPeriod(Period!));
        }

        return Timed(ModelFile.Of(fit, posterior, Period!, VersionCommand.Mainstay), prepared, fitted, drawn);
    }

    private ModelFile Timed(ModelFile file, TimeSpan prepared, TimeSpan fitted, TimeSpan drawn) => file with
    {
        AsOf = AsOf,
        Seconds = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["prepare"] = prepared.TotalSeconds,
            ["fit"] = (fitted - prepared).TotalSeconds,
            ["posterior"] = (drawn - fitted).TotalSeconds,
            ["predict"] = (Watch.Elapsed - drawn).TotalSeconds,
        },
    };

    /// <summary>Wald's test of one coefficient.</summary>
    private static double? POf(CovariateEffect effect) => effect.StandardError is { } error and > 0
        ? new ChiSquaredTest(Math.Pow(effect.Coefficient / error, 2), 1).P
        : null;
}
