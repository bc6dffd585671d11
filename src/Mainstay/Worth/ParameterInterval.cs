using Mainstay.Statistics.Posterior;

namespace Mainstay.Worth;

/// <summary>Between which values a parameter lies.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ParameterInterval(double Low, double High)
{
    internal static ParameterInterval Of(Interval interval) => new(interval.Low, interval.High);
}
