using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Posterior;

/// <summary>g(θ) = ℓ(θ) + ln prior(θ), the prior independent Normal(0, σ) on every θ. [domain §1.10]</summary>
internal sealed class LogPosterior(ILogLikelihood likelihood, double priorDeviation) : ILogLikelihood
{
    private readonly double _precision = 1 / (priorDeviation * priorDeviation);

    public int Parameters => likelihood.Parameters;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        var value = likelihood.Evaluate(theta, gradient, hessian);
        for (var i = 0; i < theta.Length; i++)
        {
            gradient[i] -= _precision * theta[i];
            hessian[(i * theta.Length) + i] -= _precision;
        }

        return value + Prior(theta);
    }

    public double Value(ReadOnlySpan<double> theta) => likelihood.Value(theta) + Prior(theta);

    public void Values(ReadOnlySpan<double> thetas, Span<double> values)
    {
        likelihood.Values(thetas, values);
        for (var i = 0; i < values.Length; i++)
            values[i] += Prior(thetas.Slice(i * Parameters, Parameters));
    }

    private double Prior(ReadOnlySpan<double> theta)
    {
        var sum = 0.0;
        foreach (var value in theta)
            sum -= _precision * value * value / 2;
        return sum;
    }
}
