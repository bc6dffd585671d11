using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// ln S₂ with its derivatives by r and α at one point: the likelihood of a customer's silence while still buying
/// regularly, S₂ = Σⱼ (R)ⱼ/j! · yʲ over j = 0 … k−1, R = r + kx, y = (T − t_x)/(α + T). [RPS20]
/// </summary>
/// <remarks>What depends on R is taken per distinct x; a row is left with a polynomial in y.</remarks>
internal sealed class StageSilence
{
    private readonly PurchaseHistories _histories;
    private readonly int k;
    private readonly double _timeScale;
    private readonly double[] _inverse;
    private readonly double[] _factor;
    private readonly double[] _first;
    private readonly double[] _second;

    public StageSilence(PurchaseHistories histories, int k, double timeScale, double r, double alpha)
    {
        (_histories, this.k, _timeScale) = (histories, k, timeScale);
        _inverse = Array.ConvertAll(histories.DistinctT.Values, T => 1 / (alpha + (T * timeScale)));
        var xs = histories.DistinctX.Values;
        (_factor, _first, _second) = (new double[xs.Length * k], new double[xs.Length * k], new double[xs.Length * k]);
        for (var i = 0; i < xs.Length; i++)
        {
            var (R, psi, psi1) = (r + (k * xs[i]), 0.0, 0.0);
            for (var j = 1; j < k; j++)
            {
                var passed = R + j - 1;
                psi += 1 / passed;
                psi1 += 1 / (passed * passed);
                _factor[(i * k) + j] = passed / j;
                _first[(i * k) + j] = psi;
                _second[(i * k) + j] = (psi * psi) - psi1;
            }
        }
    }

    /// <summary>S₂ of one row.</summary>
    public double Of(int row)
    {
        var y = (_histories.T[row] - _histories.Tx[row]) * _timeScale * _inverse[_histories.DistinctT[row]];
        var at = _histories.DistinctX[row] * k;
        var (weight, sum) = (1.0, 1.0);
        for (var j = 1; j < k; j++)
            sum += weight *= _factor[at + j] * y;
        return sum;
    }

    /// <summary>ln S₂ of one row. Its derivatives are means over j, as those of any logarithm of a sum.</summary>
    public Derivatives At(int row)
    {
        var inverse = _inverse[_histories.DistinctT[row]];
        var y = (_histories.T[row] - _histories.Tx[row]) * _timeScale * inverse;
        var at = _histories.DistinctX[row] * k;
        var (weight, sum) = (1.0, 1.0);
        double r = 0, rr = 0, n = 0, nn = 0, rn = 0;
        for (var j = 1; j < k; j++)
        {
            weight *= _factor[at + j] * y;
            sum += weight;
            r += weight * _first[at + j];
            rr += weight * _second[at + j];
            n += weight * j;
            nn += weight * j * (j + 1);
            rn += weight * j * _first[at + j];
        }

        (r, rr, n, nn, rn) = (r / sum, rr / sum, n / sum, nn / sum, rn / sum);
        return new(
            Log(sum), r, -n * inverse, rr - (r * r), -(rn - (r * n)) * inverse, (nn - (n * n)) * inverse * inverse);
    }

    /// <summary>A value and its derivatives by r and α.</summary>
    internal readonly record struct Derivatives(
        double Value, double R, double Alpha, double RR, double RAlpha, double AlphaAlpha);
}
