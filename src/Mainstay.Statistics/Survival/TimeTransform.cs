namespace Mainstay.Statistics.Survival;

/// <summary>The clock g(t) against which a covariate's effect is checked for drift.</summary>
public enum TimeTransform
{
    /// <summary>1 − S(t−) of all rows together: the default, for outliers in time do not sway it.</summary>
    KaplanMeier,

    /// <summary>t itself.</summary>
    Identity,

    /// <summary>ln t; times of 0 count as the smallest positive one.</summary>
    Logarithm,
}
