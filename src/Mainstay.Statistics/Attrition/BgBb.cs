using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// BG/BB, for buying at set opportunities (a yearly appeal, a monthly fair): before each, a customer leaves for good
/// with probability θ ~ Beta(γ, δ); who is still there buys with probability p ~ Beta(α, β). Time is the number of
/// opportunities.
/// </summary>
/// <remarks>
/// [FHS10] Fader, Hardie &amp; Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing
/// Science 29(6):1086–1108, 2010.
/// </remarks>
public sealed partial class BgBb
{
    private readonly double alpha;
    private readonly double beta;
    private readonly double gamma;
    private readonly double delta;

    /// <summary>A BG/BB with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BgBb(BgBbParameters parameters)
    {
        (alpha, beta, gamma, delta) = parameters;
        Require.Positive(alpha);
        Require.Positive(beta);
        Require.Positive(gamma);
        Require.Positive(delta);
        Parameters = Letters.Of(
            (nameof(alpha), alpha), (nameof(beta), beta), (nameof(gamma), gamma), (nameof(delta), delta));
    }

    /// <summary>Name in documents and commands: <c>bg-bb</c>.</summary>
    public string Name { get; } = "bg-bb";

    /// <summary>Parameters by the paper's letters, in the paper's order.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<BgBb> Fit(
        OpportunityHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        BgBbFit.Run(histories, options ?? FitOptions.Default, cancellationToken);

    /// <summary>ℓ, the log-likelihood of one history, the order of its purchases included. [FHS10 eq. 3]</summary>
    public double LogLikelihood(in OpportunityHistory history)
    {
        var (x, tx, _) = history;
        var (stayed, left) = Silence(history);
        return BetaRatio.Log(alpha, beta, x, tx - x) + BetaRatio.Log(gamma, delta, 0, tx) + Log(stayed + left);
    }

    /// <summary>P(alive at the n-th opportunity | x, t_x, n), in [0, 1]; 1 for who bought at it. [FHS10 eq. 7]</summary>
    public double PAlive(in OpportunityHistory history)
    {
        var (stayed, left) = Silence(history);
        return stayed / (stayed + left);
    }

    /// <summary>
    /// P(alive at opportunity n + <paramref name="ahead"/> | x, t_x, n), in [0, 1], whatever happens between. The
    /// paper's Table 6 is this at 1: alive for the next opportunity. [FHS10 eq. 7]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative.</exception>
    public double PAliveAt(in OpportunityHistory history, int ahead)
    {
        Require.NonNegative(ahead);
        var alive = PAlive(history);
        for (var i = 0; i < ahead; i++)
            alive *= (delta + history.N + i) / (gamma + delta + history.N + i);
        return alive;
    }

    /// <summary>P(alive at opportunity n + t), in [0, 1], should the customer buy at none from n until then.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public double PAliveAfter(in OpportunityHistory history, int t)
    {
        Require.NonNegative(t);
        return PAlive(history with { N = history.N + t });
    }

    /// <summary>E[Y(t) | x, t_x, n]: purchases expected at the next t opportunities; 0 or more. [FHS10 eq. 13]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public double ExpectedPurchases(in OpportunityHistory history, int t)
    {
        Require.NonNegative(t);
        return PAlive(history) * IfAlive(history).Discounted(t, v: 1);
    }

    /// <summary>E[X(t)]: purchases expected of a new customer at the first t opportunities. [FHS10 eq. 9]</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public double ExpectedPurchases(int t) => ExpectedPurchases(default(OpportunityHistory), t);

    /// <summary>
    /// DERT: all purchases to come, that at the i-th opportunity from now worth e^(−δi) with δ =
    /// <paramref name="delta"/>, so that the next one is discounted by a full period. At 0 infinite for γ ≤ 1.
    /// [FHS10 eq. 14]
    /// </summary>
    /// <param name="history">The customer.</param>
    /// <param name="delta">Continuous discount rate per opportunity: ln(1 + d).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is negative, infinite or NaN.</exception>
    public double DiscountedExpectedResidualPurchases(in OpportunityHistory history, double delta)
    {
        Require.NonNegative(delta);
        var (x, _, n) = history;
        var pAlive = PAlive(history);
        if (pAlive == 0)
            return 0;
        // E[Σ((1 − θ)v)ⁱ], v = e^(−δ): the opportunities that are still to be seen, discounted.
        var lost = Stable.Expm1(delta);
        var opportunities = delta > 0
            ? new DropoutPosterior(gamma, this.delta + n).Mean((leaves, stays) => stays / (lost + leaves))
            : DropoutPosterior.MeanInverse(gamma, this.delta + n) - 1;
        return pAlive * (alpha + x) / (alpha + beta + n) * opportunities;
    }

    /// <summary>The same at the next t opportunities only; 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative, infinite or NaN.</exception>
    public double DiscountedExpectedPurchases(in OpportunityHistory history, int t, double delta)
    {
        Require.NonNegative(t);
        Require.NonNegative(delta);
        return PAlive(history) * IfAlive(history).Discounted(t, Exp(-delta));
    }

    /// <summary>
    /// From alive after buying at t_x: the probability of silence until n having stayed, and of silence having left, by
    /// the ratio of each term to the one before; both relative to the purchases until t_x.
    /// </summary>
    private (double Stayed, double Left) Silence(in OpportunityHistory history)
    {
        var (x, tx, n) = history;
        var (silent, left) = (1.0, 0.0);
        for (var i = tx; i < n; i++)
        {
            var all = gamma + delta + i;
            left += silent * gamma / all;
            silent *= (delta + i) / all * ((beta + i - x) / (alpha + beta + i));
        }

        return (silent, left);
    }

    /// <summary>Σ vⁱ·P(alive and buys at opportunity i) over the first t of a new customer.</summary>
    private double Discounted(int t, double v)
    {
        var (alive, sum) = (1.0, 0.0);
        for (var i = 0; i < t; i++)
        {
            alive *= (delta + i) / (gamma + delta + i) * v;
            sum += alive;
        }

        return alpha / (alpha + beta) * sum;
    }

    // Alive at n, the customer is a new one whose parameters have learnt from the past: both betas are conjugate.
    private BgBb IfAlive(in OpportunityHistory history) =>
        new(new(alpha + history.X, beta + history.N - history.X, gamma, delta + history.N));
}
