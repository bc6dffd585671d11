using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>Maximum partial likelihood: refusals, the climb, and what was found.</summary>
internal static class CoxFit
{
    // Coefficients per standard deviation: one known no better than this is not known at all.
    public const double Unknown = 10;

    // Vittinghoff & McCulloch, American Journal of Epidemiology 165:710–718, 2007.
    public const int EventsPerCovariate = 5;

    public static Fit<CoxRegression> Run(
        SurvivalTimes times, Covariates covariates, ReadOnlySpan<int> stratum, CoxOptions options,
        CancellationToken cancellationToken)
    {
        options.Check(times);
        if (covariates.Count > 0)
            Require.SameLength(covariates.Rows, times.Count, nameof(covariates));
        var strata = Strata(stratum, times.Count);
        if (times.Events == 0)
        {
            return Fit<CoxRegression>.Refused(times.TotalWeight, times.Count, times.Count == 0
                ? new Diagnosis.NothingObserved()
                : new Diagnosis.NobodyHadTheEvent(times.TotalWeight));
        }

        var z = Standardised.Of(covariates, times.Weight, strata);
        var likelihood = new CoxLikelihood(times, z, strata, options);
        var p = z.Kept.Length;
        var (slope, curvature) = (new double[p], new double[p * p]);
        var none = likelihood.Evaluate(new double[p], slope, curvature);
        var best = p == 0
            ? new Ascent([], none, [], true, 0)
            : NewtonAscent.Climb(likelihood, new double[p], options.MaxSteps, cancellationToken);

        var inverse = Symmetric.Inverse(Negative(best.Hessian), p);
        var diagnosis = Diagnose(times, covariates, z, best).ToArray();
        var clear = !diagnosis.Any(found => found is Diagnosis.Separated);
        var model = new CoxRegression(covariates, z, best.Theta, Baseline(likelihood, best.Theta))
        {
            NullLogLikelihood = none,
            Covariance = clear && inverse is not null ? Natural(inverse, z.Deviation).AsReadOnly() : null,
            LikelihoodRatio = p == 0 ? null : new ChiSquaredTest(Max(0, 2 * (best.Value - none)), p),
            Wald = p == 0 || !clear || inverse is null ? null : Against(Negative(best.Hessian), best.Theta),
            Score = p == 0 ? null : Slope(slope, curvature),
            Concordance = Concordance.Of(times, strata, Risk(z, best.Theta, times.Count)),
            ProportionalHazards = clear
                ? ProportionalHazardsScore.Test(
                    times, z, likelihood, best.Theta, options.Transform, [.. Names(covariates, z)])
                : null,
        };
        return Found(model, times, best, diagnosis, StandardErrors(covariates, z, inverse, diagnosis));
    }

    private static Fit<CoxRegression> Found(
        CoxRegression model, SurvivalTimes times, Ascent best, Diagnosis[] diagnosis,
        IReadOnlyDictionary<string, double> errors) => new()
        {
            Model = model,
            LogLikelihood = best.Value,
            Converged = best.Converged,
            Diagnosis = diagnosis,
            StandardErrors = errors,
            Customers = times.TotalWeight,
            DistinctRows = times.Count,
            Evaluations = best.Evaluations + 1,
        };

    private static IEnumerable<string> Names(Covariates covariates, Standardised z) =>
        z.Kept.Select(j => covariates.Names[j]);

    private static int[] Strata(ReadOnlySpan<int> stratum, int count)
    {
        if (stratum.IsEmpty)
            return new int[count];
        Require.SameLength(stratum.Length, count, nameof(stratum));
        for (var i = 0; i < count; i++)
            Require.Row(stratum[i] >= 0, i, nameof(stratum), stratum[i], "a whole number >= 0");
        return stratum.ToArray();
    }

    private static IEnumerable<Diagnosis> Diagnose(
        SurvivalTimes times, Covariates covariates, Standardised z, Ascent best)
    {
        for (var column = 0; column < covariates.Count; column++)
        {
            if (!z.Kept.Contains(column))
                yield return new Diagnosis.CovariateLeftOut(covariates.Names[column]);
        }

        var p = z.Kept.Length;
        var variances = Symmetric.Variances(Negative(best.Hessian), p);
        for (var j = 0; j < p; j++)
        {
            if (Abs(best.Theta[j]) > NewtonAscent.Edge - 0.01 || variances[j] > Unknown * Unknown)
                yield return new Diagnosis.Separated(covariates.Names[z.Kept[j]]);
        }

        if (!best.Converged)
            yield return new Diagnosis.NotConverged();
        if (times.Events < EventsPerCovariate * p)
            yield return new Diagnosis.FewEvents(times.Events, p);
    }

    private static IReadOnlyDictionary<string, double> StandardErrors(
        Covariates covariates, Standardised z, double[]? inverse, Diagnosis[] diagnosis)
    {
        if (inverse is null)
            return Letters.None;
        string[] names = [.. Names(covariates, z)];
        var p = names.Length;
        var known = Enumerable.Range(0, p).Where(j => !diagnosis.Contains(new Diagnosis.Separated(names[j]))).ToArray();
        return Letters.Of(
            [.. known.Select(j => names[j])],
            [.. known.Select(j => Sqrt(inverse[(j * p) + j]) / z.Deviation[j])]);
    }

    private static List<BaselinePoint> Baseline(CoxLikelihood likelihood, double[] theta)
    {
        var steps = new SortedDictionary<(int Stratum, double Time), double>();
        likelihood.Walk(theta, step =>
        {
            var key = (step.Stratum, step.Time);
            steps[key] = steps.GetValueOrDefault(key) + (step.Weight * Exp(-step.LogTotal));
        });
        var (points, hazard, stratum) = (new List<BaselinePoint>(steps.Count), 0.0, -1);
        foreach (var (at, rise) in steps)
        {
            hazard = at.Stratum == stratum ? hazard + rise : rise;
            stratum = at.Stratum;
            points.Add(new(stratum, at.Time, hazard));
        }

        return points;
    }

    private static double[] Risk(Standardised z, double[] theta, int rows)
    {
        var risk = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < theta.Length; j++)
                risk[i] += theta[j] * z.Values[(i * theta.Length) + j];
        }

        return risk;
    }

    private static ChiSquaredTest Against(double[] information, double[] theta) => new(
        theta.Zip(Symmetric.Times(information, theta), (u, v) => u * v).Sum(), theta.Length);

    private static ChiSquaredTest? Slope(double[] slope, double[] curvature)
    {
        var (value, rank) = Symmetric.Quadratic(slope, Negative(curvature));
        return rank == 0 ? null : new(value, rank);
    }

    private static double[] Natural(double[] covariance, double[] deviation)
    {
        var p = deviation.Length;
        var natural = new double[p * p];
        for (var at = 0; at < natural.Length; at++)
            natural[at] = covariance[at] / (deviation[at / p] * deviation[at % p]);
        return natural;
    }

    private static double[] Negative(double[] matrix) => Array.ConvertAll(matrix, value => -value);
}
