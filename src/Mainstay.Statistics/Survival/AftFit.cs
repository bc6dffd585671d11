using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>Maximum likelihood for accelerated failure times: refusals, the climb, and what was found.</summary>
internal static class AftFit
{
    public static Fit<AcceleratedFailureTime> Run(
        SurvivalTimes times, Covariates covariates, AftDistribution distribution, FitOptions options,
        CancellationToken cancellationToken)
    {
        options.Check();
        if (covariates.Count > 0)
            Require.SameLength(covariates.Rows, times.Count, nameof(covariates));
        if (Refusal(times) is { } reason)
            return Fit<AcceleratedFailureTime>.Refused(times.TotalWeight, times.Count, reason);

        var x = Standardised.Of(covariates, times.Weight, new int[times.Count]);
        var unit = MeanTimePerEvent(times);
        var likelihood = new AftLikelihood(times, x, distribution, unit);
        var (n, p) = (likelihood.Parameters, x.Kept.Length);
        var best = NewtonAscent.Climb(likelihood, new double[n], options.MaxSteps, cancellationToken);
        var scale = n == p + 2 ? Exp(best.Theta[^1]) : 1;
        if (!double.IsFinite(best.Value) || Log(scale) < 0.01 - NewtonAscent.Edge)
        {
            return Fit<AcceleratedFailureTime>.Refused(times.TotalWeight, times.Count, double.IsFinite(best.Value)
                ? new Diagnosis.SameDurationForAll()
                : new Diagnosis.NotConverged());
        }

        var (coefficients, intercept) = (new double[covariates.Count], best.Theta[0] + Log(unit));
        for (var j = 0; j < p; j++)
        {
            coefficients[x.Kept[j]] = best.Theta[j + 1] / x.Deviation[j];
            intercept -= best.Theta[j + 1] * x.Mean[j] / x.Deviation[j];
        }

        var diagnosis = Diagnose(times, covariates, x, best);
        return new()
        {
            Model = new(distribution, intercept, scale, Letters.Of(covariates.Names, coefficients)),
            LogLikelihood = best.Value,
            Converged = best.Converged,
            Diagnosis = diagnosis,
            StandardErrors = StandardErrors(covariates, x, best, scale, diagnosis),
            Customers = times.TotalWeight,
            DistinctRows = times.Count,
            Evaluations = best.Evaluations,
        };
    }

    private static Diagnosis? Refusal(SurvivalTimes times)
    {
        if (times.Count == 0)
            return new Diagnosis.NothingObserved();
        var zero = 0.0;
        for (var i = 0; i < times.Count; i++)
            zero += times.Time[i] == 0 ? times.Weight[i] : 0;
        if (zero > 0)
            return new Diagnosis.ZeroDurations(zero);
        return times.Events == 0 ? new Diagnosis.NobodyHadTheEvent(times.TotalWeight) : null;
    }

    /// <summary>The exponential's own answer without covariates, from which the others are never far.</summary>
    private static double MeanTimePerEvent(SurvivalTimes times)
    {
        var observed = 0.0;
        for (var i = 0; i < times.Count; i++)
            observed += times.Weight[i] * (times.Time[i] - times.Entry[i]);
        return observed / times.Events;
    }

    private static List<Diagnosis> Diagnose(
        SurvivalTimes times, Covariates covariates, Standardised x, Ascent best)
    {
        var (diagnosis, p) = (new List<Diagnosis>(), x.Kept.Length);
        for (var column = 0; column < covariates.Count; column++)
        {
            if (!x.Kept.Contains(column))
                diagnosis.Add(new Diagnosis.CovariateLeftOut(covariates.Names[column]));
        }

        var variances = Symmetric.Variances(Array.ConvertAll(best.Hessian, h => -h), best.Theta.Length);
        for (var j = 0; j < p; j++)
        {
            if (AtTheEdge(best.Theta[j + 1]) || variances[j + 1] > CoxFit.Unknown * CoxFit.Unknown)
                diagnosis.Add(new Diagnosis.Separated(covariates.Names[x.Kept[j]]));
        }

        if (AtTheEdge(best.Theta[0]))
            diagnosis.Add(new Diagnosis.AtTheEdge("intercept", best.Theta[0]));
        if (best.Theta.Length == p + 2 && AtTheEdge(best.Theta[p + 1]))
            diagnosis.Add(new Diagnosis.AtTheEdge("scale", Exp(best.Theta[p + 1])));
        if (!best.Converged)
            diagnosis.Add(new Diagnosis.NotConverged());
        if (times.Events < CoxFit.EventsPerCovariate * p)
            diagnosis.Add(new Diagnosis.FewEvents(times.Events, p));
        return diagnosis;
    }

    private static bool AtTheEdge(double theta) => Abs(theta) > NewtonAscent.Edge - 0.01;

    /// <summary>
    /// The linear map back to natural units and the delta method for the scale; none where a parameter ran away.
    /// </summary>
    private static IReadOnlyDictionary<string, double> StandardErrors(
        Covariates covariates, Standardised x, Ascent best, double scale, List<Diagnosis> diagnosis)
    {
        var (n, p) = (best.Theta.Length, x.Kept.Length);
        var clear = best.Converged && diagnosis.TrueForAll(d => d is Diagnosis.CovariateLeftOut or Diagnosis.FewEvents);
        if (!clear || Symmetric.Inverse(Array.ConvertAll(best.Hessian, h => -h), n) is not { } inverse)
            return Letters.None;
        var errors = new List<(string, double)>();
        var map = new double[n];
        map[0] = 1;
        for (var j = 0; j < p; j++)
            map[j + 1] = -x.Mean[j] / x.Deviation[j];
        errors.Add(("intercept", Sqrt(map.Zip(Symmetric.Times(inverse, map), (u, v) => u * v).Sum())));
        for (var j = 0; j < p; j++)
            errors.Add((covariates.Names[x.Kept[j]], Sqrt(inverse[((j + 1) * n) + j + 1]) / x.Deviation[j]));
        if (n == p + 2)
            errors.Add(("scale", scale * Sqrt(inverse[(n * n) - 1])));
        return Letters.Of([.. errors]);
    }
}
