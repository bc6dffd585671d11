using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Renewal;

/// <summary>Maximum likelihood for renewals: refusals, starts, the climb, and what was found.</summary>
internal static class RenewalFit
{
    // Coefficients of variation under 3 percent: the customers do not differ measurably.
    private const double Alike = 1000;

    // A simpler model within a tenth of a unit of log-likelihood says the same about these data.
    private const double FitsAsWell = 0.1;

    private static readonly string[] s_letters = ["alpha", "beta", "c"];

    // From most leaving soon to few leaving ever, unequal and nearly alike; with c, ageing either way.
    private static readonly (double Alpha, double Beta)[] s_starts = [(1, 1), (0.5, 4), (0.2, 0.3), (5, 50)];

    private static readonly double[] s_shapes = [1, 0.6, 1.6];

    public static Fit<TModel> Run<TModel>(
        RenewalCohorts cohorts, int parameters, Func<double[], TModel> create, FitOptions options,
        CancellationToken cancellationToken)
        where TModel : class
    {
        options.Check();
        var rows = cohorts.Left.Count + cohorts.Stayed.Count;
        if (Refusal(cohorts, parameters) is { } reason)
            return Fit<TModel>.Refused(cohorts.TotalWeight, rows, reason);

        var likelihood = new RenewalLikelihood(cohorts, parameters);
        var best = MultiStart.Climb(likelihood, likelihood, Starts(parameters), options, cancellationToken);
        if (!double.IsFinite(best.Value))
            return Fit<TModel>.Refused(cohorts.TotalWeight, rows, new Diagnosis.NotConverged());

        var p = Array.ConvertAll(best.Theta, Exp);
        var diagnosis = new List<Diagnosis>();
        if (p[0] + p[1] > Alike)
            diagnosis.Add(new Diagnosis.SameChurnForAll());     // a ridge without end: anywhere on it is the answer
        else if (!best.Converged)
            diagnosis.Add(new Diagnosis.NotConverged());
        var clear = diagnosis.Count == 0;
        if (parameters == 3 && Gain(cohorts, best, options, cancellationToken) is < FitsAsWell and var gain)
            diagnosis.Add(new Diagnosis.SteadyChurn(Max(0, gain)));
        var errors = clear ? Doubts.Find(best, s_letters[..parameters], p, diagnosis) : null;
        return new()
        {
            Model = create(p),
            LogLikelihood = best.Value,
            Converged = best.Converged || p[0] + p[1] > Alike,
            Diagnosis = diagnosis,
            StandardErrors = Letters.OfErrors(s_letters[..parameters], errors, p),
            Customers = cohorts.TotalWeight,
            DistinctRows = rows,
            Evaluations = best.Evaluations,
        };
    }

    private static Diagnosis? Refusal(RenewalCohorts cohorts, int parameters)
    {
        if (cohorts.TotalWeight == 0)
            return new Diagnosis.NothingObserved();
        if (cohorts.Leavers == 0)
            return new Diagnosis.NobodyLeft(cohorts.TotalWeight);
        if (cohorts.Left.Count < parameters)
            return new Diagnosis.TooFewRenewals(cohorts.Left.Count, parameters);
        var gone = cohorts.Left.Where(row => row.Value > 0).ToArray();
        return gone.Length == 1 && gone[0].Key == 1 && cohorts.Stayed.All(row => row.Key == 0 || row.Value == 0)
            ? new Diagnosis.NobodyRenewed(cohorts.TotalWeight)
            : null;
    }

    private static List<double[]> Starts(int parameters)
    {
        var starts = new List<double[]>();
        foreach (var (alpha, beta) in s_starts)
        {
            foreach (var c in parameters == 3 ? s_shapes : [1])
                starts.Add(new[] { Log(alpha), Log(beta), Log(c) }[..parameters]);
        }

        return starts;
    }

    /// <summary>What a changing churn gains over a steady one.</summary>
    private static double Gain(
        RenewalCohorts cohorts, Ascent best, FitOptions options, CancellationToken cancellationToken)
    {
        var steady = new RenewalLikelihood(cohorts, 2);
        return best.Value - MultiStart.Climb(steady, steady, Starts(2), options, cancellationToken).Value;
    }
}
