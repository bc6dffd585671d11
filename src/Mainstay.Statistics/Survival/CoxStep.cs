namespace Mainstay.Statistics.Survival;

/// <summary>
/// One event, or one of several at a time, against those it could have been. Mutable, and reused from step to step: a
/// visitor takes what it needs and keeps no reference.
/// </summary>
internal sealed class CoxStep(int parameters)
{
    /// <summary>Stratum of the event.</summary>
    public int Stratum { get; private set; }

    /// <summary>When.</summary>
    public double Time { get; private set; }

    /// <summary>How many events this step stands for.</summary>
    public double Weight { get; private set; }

    /// <summary>ln Σ w·exp(θz) over those at risk.</summary>
    public double LogTotal { get; private set; }

    /// <summary>Mean of z over those at risk, weighted by w·exp(θz).</summary>
    public double[] Mean { get; } = new double[parameters];

    /// <summary>Covariance of z over those at risk, upper triangle.</summary>
    public double[] Variance { get; } = new double[parameters * parameters];

    /// <summary>Where and when, and the sums over those at risk less a share of those with the event now.</summary>
    public void Set(int stratum, double time, double weight, double shift, CoxSums all, CoxSums tied, double share)
    {
        (Stratum, Time, Weight) = (stratum, time, weight);
        var total = all.Total - (share * tied.Total);
        LogTotal = Math.Log(total) + shift;
        var p = Mean.Length;
        for (var j = 0; j < p; j++)
            Mean[j] = (all.First[j] - (share * tied.First[j])) / total;
        for (var j = 0; j < p; j++)
        {
            for (var k = j; k < p; k++)
            {
                var at = (j * p) + k;
                Variance[at] = ((all.Second[at] - (share * tied.Second[at])) / total) - (Mean[j] * Mean[k]);
            }
        }
    }
}
