namespace Mainstay.Statistics.Fitting;

/// <summary>A log-likelihood with its first two derivatives, in the logarithms θ of positive parameters.</summary>
internal interface ILogLikelihood
{
    int Parameters { get; }

    /// <summary>ℓ(θ); fills ∇ℓ and the symmetric ∇²ℓ, row by row.</summary>
    double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian);

    /// <summary>ℓ(θ) alone.</summary>
    double Value(ReadOnlySpan<double> theta)
    {
        Span<double> derivatives = stackalloc double[Parameters * (Parameters + 1)];
        return Evaluate(theta, derivatives[..Parameters], derivatives[Parameters..]);
    }

    /// <summary>ℓ alone at many θ, one after another in <paramref name="thetas"/>.</summary>
    void Values(ReadOnlySpan<double> thetas, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Value(thetas.Slice(i * Parameters, Parameters));
    }
}
