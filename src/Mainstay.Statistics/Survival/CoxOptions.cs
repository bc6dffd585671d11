using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Survival;

/// <summary>How a Cox regression is fitted.</summary>
public sealed record CoxOptions
{
    /// <summary>The defaults.</summary>
    public static CoxOptions Default { get; } = new();

    /// <summary>Ties; Efron's way costs little more than Breslow's and is closer to the exact one.</summary>
    public CoxTies Ties { get; init; } = CoxTies.Efron;

    /// <summary>What a weight says; copies, as everywhere in this library.</summary>
    public CoxWeights Weights { get; init; } = CoxWeights.Copies;

    /// <summary>The clock of the proportional-hazards test.</summary>
    public TimeTransform Transform { get; init; } = TimeTransform.KaplanMeier;

    /// <summary>Newton steps; six are usual, so a hundred means the data are at fault.</summary>
    public int MaxSteps { get; init; } = FitOptions.Default.MaxSteps;

    internal void Check(SurvivalTimes times)
    {
        Require.Positive(MaxSteps, nameof(MaxSteps));
        for (var i = 0; Weights == CoxWeights.Copies && i < times.Count; i++)
        {
            Require.Row(times.Weight[i] == Math.Floor(times.Weight[i]), i, "weight", times.Weight[i],
                "a whole number where weights are copies (set Weights to Importance otherwise)");
        }
    }
}
