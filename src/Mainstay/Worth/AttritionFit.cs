namespace Mainstay.Worth;

/// <summary>A fitted model of repeat buying, as reported.</summary>
public sealed record AttritionFit
{
    /// <summary>Model name, <c>bg-nbd</c>; <c>fixed_rule</c> for the state fallback; <c>none</c> if refused.</summary>
    public required string Model { get; init; }

    /// <summary>Parameters by the paper's letters, in the model's own order.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>Standard errors in natural units, by parameter; empty where the Hessian gives none.</summary>
    public required IReadOnlyDictionary<string, double> StandardErrors { get; init; }

    /// <summary>Log-likelihood at the optimum, in <see cref="Period"/> units.</summary>
    public required double? LogLikelihood { get; init; }

    /// <summary>Whether the optimum was reached and is one.</summary>
    public required bool Converged { get; init; }

    /// <summary>What the fit found wrong or degenerate, in plain words; empty when nothing.</summary>
    public required IReadOnlyList<string> Diagnosis { get; init; }

    /// <summary>Unit of time of the parameters: day, week or month.</summary>
    public required string Period { get; init; }

    /// <summary>The posterior behind the intervals; null where none was drawn.</summary>
    public PosteriorSummary? Posterior { get; init; }

    /// <summary>Customers seen by the fit.</summary>
    public required long Customers { get; init; }

    /// <summary>Distinct (x, t_x, T) among them.</summary>
    public required int DistinctRows { get; init; }
}
