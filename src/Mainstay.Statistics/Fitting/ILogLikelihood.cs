namespace Mainstay.Statistics.Fitting;

/// <summary>A log-likelihood with its first two derivatives, in the logarithms θ of positive parameters.</summary>
internal interface ILogLikelihood
{
    int Parameters { get; }

    /// <summary>ℓ(θ); fills ∇ℓ and the symmetric ∇²ℓ, row by row.</summary>
    double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian);
}
