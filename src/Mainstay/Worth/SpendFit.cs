namespace Mainstay.Worth;

/// <summary>A fitted model of spend per purchase day, as reported.</summary>
public sealed record SpendFit
{
    /// <summary><c>gamma-gamma</c>, <c>mean-spend</c> when refused, <c>none</c> without repeat spend.</summary>
    public required string Model { get; init; }

    /// <summary>Parameters by the paper's letters: p, q, gamma; or mean.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>Standard errors in natural units, by parameter.</summary>
    public required IReadOnlyDictionary<string, double> StandardErrors { get; init; }

    /// <summary>Log-likelihood at the optimum.</summary>
    public required double? LogLikelihood { get; init; }

    /// <summary>Whether the optimum was reached and is one.</summary>
    public required bool Converged { get; init; }

    /// <summary>What was found wrong, in plain words; names the reason for a fallback.</summary>
    public required IReadOnlyList<string> Diagnosis { get; init; }

    /// <summary>Repeat customers with positive mean spend: those the model saw.</summary>
    public required long Customers { get; init; }

    /// <summary>Pearson correlation of frequency and mean spend, which the model assumes to be 0.</summary>
    public required double? FrequencySpendCorrelation { get; init; }

    /// <summary>Spearman's rank correlation of the same, which a few very large spends cannot sway.</summary>
    public double? FrequencySpendRankCorrelation { get; init; }

    /// <summary>Two-sided p of the rank correlation: small where chance does not explain it.</summary>
    public double? FrequencySpendP { get; init; }
}
