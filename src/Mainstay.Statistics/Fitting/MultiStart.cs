namespace Mainstay.Statistics.Fitting;

/// <summary>
/// Several starts compete on a weighted sample; every optimum that could still win is finished on all data, and the
/// best of those is the answer.
/// </summary>
internal static class MultiStart
{
    // Sampling moves log-likelihoods of rival optima by a few units at most; beyond this a rival has lost.
    private const double StillInTheRace = 10;

    public static Ascent Climb(
        ILogLikelihood all, ILogLikelihood sample, IReadOnlyList<double[]> starts, FitOptions options,
        CancellationToken cancellationToken)
    {
        var trials = new List<Ascent>();
        foreach (var start in starts)
            trials.Add(NewtonAscent.Climb(sample, start, options.MaxSteps, cancellationToken));
        var evaluations = trials.Sum(t => t.Evaluations);
        trials.Sort((left, right) => right.Value.CompareTo(left.Value));
        if (ReferenceEquals(all, sample))
            return trials[0] with { Evaluations = evaluations };

        Ascent? best = null;
        var finished = new List<Ascent>();
        foreach (var trial in trials)
        {
            if (finished.Count > 0 && (trial.Value < finished[0].Value - StillInTheRace || Same(trial, finished)))
                continue;
            finished.Add(trial);
            var final = NewtonAscent.Climb(all, trial.Theta, options.MaxSteps, cancellationToken);
            evaluations += final.Evaluations;
            if (best is null || final.Value > best.Value)
                best = final;
        }

        return best! with { Evaluations = evaluations };
    }

    private static bool Same(Ascent trial, List<Ascent> others) =>
        others.Exists(other => trial.Theta.Zip(other.Theta, (u, v) => Math.Abs(u - v)).Max() < 1e-3
            || Math.Abs(trial.Value - other.Value) < 1e-6);
}
