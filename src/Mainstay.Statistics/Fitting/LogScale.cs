namespace Mainstay.Statistics.Fitting;

/// <summary>From derivatives in the natural parameters to derivatives in their logarithms.</summary>
internal static class LogScale
{
    /// <summary>∂ℓ/∂θᵢ = pᵢ·gᵢ and ∂²ℓ/∂θᵢ∂θⱼ = pᵢpⱼHᵢⱼ + δᵢⱼ·pᵢgᵢ, in place; H comes in by its upper triangle.</summary>
    public static void Apply(ReadOnlySpan<double> p, Span<double> gradient, Span<double> hessian)
    {
        var n = p.Length;
        for (var i = 0; i < n; i++)
        {
            gradient[i] *= p[i];
            for (var j = i; j < n; j++)
                hessian[(i * n) + j] *= p[i] * p[j];
            hessian[(i * n) + i] += gradient[i];
            for (var j = 0; j < i; j++)
                hessian[(i * n) + j] = hessian[(j * n) + i];
        }
    }
}
