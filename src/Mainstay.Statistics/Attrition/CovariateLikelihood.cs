using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ℓ with covariates, from the likelihoods without: in the logarithms of the parameters the covariates add,
/// θ_g = θ + sign·γᵀz_g, so each group of equal z is the plain model at its own θ_g, and gradient and Hessian follow by
/// the chain rule of a linear map. z comes in centred and scaled.
/// </summary>
internal sealed class CovariateLikelihood : ILogLikelihood
{
    private readonly int _letters;
    private readonly IReadOnlyList<CovariateLink> _links;
    private readonly double[][] _z;
    private readonly ILogLikelihood[] _groups;
    private readonly int _covariates;

    public CovariateLikelihood(
        IReadOnlyList<CovariateLink> links, IEnumerable<(double[] Z, ILogLikelihood Likelihood)> groups)
    {
        var all = groups.ToList();
        (_links, _z, _groups) = (links, [.. all.Select(g => g.Z)], [.. all.Select(g => g.Likelihood)]);
        (_letters, _covariates) = (_groups[0].Parameters, _z[0].Length);
    }

    /// <summary>The plain parameters, then for each link a coefficient per covariate.</summary>
    public int Parameters => _letters + (_links.Count * _covariates);

    public double Value(ReadOnlySpan<double> theta)
    {
        var (value, own, free) = (0.0, new double[_letters], new bool[_letters]);
        for (var g = 0; g < _groups.Length; g++)
        {
            Own(theta, g, own, free);
            value += _groups[g].Value(own);
        }

        return value;
    }

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        var (value, own, free) = (0.0, new double[_letters], new bool[_letters]);
        var (g1, h1) = (new double[_letters], new double[_letters * _letters]);
        for (var g = 0; g < _groups.Length; g++)
        {
            Own(theta, g, own, free);
            value += _groups[g].Evaluate(own, g1, h1);
            Chain(_z[g], free, g1, h1, gradient, hessian);
        }

        return value;
    }

    /// <summary>θ_g, held inside the box of the search: beyond it nothing changes, and digits are lost.</summary>
    private void Own(ReadOnlySpan<double> theta, int group, double[] own, bool[] free)
    {
        theta[.._letters].CopyTo(own);
        for (var l = 0; l < _links.Count; l++)
        {
            for (var c = 0; c < _covariates; c++)
                own[_links[l].Parameter] += _links[l].Sign * theta[_letters + (l * _covariates) + c] * _z[group][c];
        }

        for (var i = 0; i < _letters; i++)
        {
            free[i] = Abs(own[i]) <= NewtonAscent.Edge;
            own[i] = Clamp(own[i], -NewtonAscent.Edge, NewtonAscent.Edge);
        }
    }

    /// <summary>Adds Mᵀg and MᵀHM, M the map from all parameters to θ_g.</summary>
    private void Chain(
        double[] z, bool[] free, double[] g, double[] h, Span<double> gradient, Span<double> hessian)
    {
        var n = Parameters;
        var (of, by) = (new int[n], new double[n]);
        for (var i = 0; i < _letters; i++)
            (of[i], by[i]) = (i, free[i] ? 1 : 0);
        for (var l = 0; l < _links.Count; l++)
        {
            for (var c = 0; c < _covariates; c++)
            {
                var (at, parameter) = (_letters + (l * _covariates) + c, _links[l].Parameter);
                (of[at], by[at]) = (parameter, free[parameter] ? _links[l].Sign * z[c] : 0);
            }
        }

        for (var i = 0; i < n; i++)
        {
            gradient[i] += by[i] * g[of[i]];
            for (var j = 0; j < n; j++)
                hessian[(i * n) + j] += by[i] * by[j] * h[(of[i] * _letters) + of[j]];
        }
    }
}
