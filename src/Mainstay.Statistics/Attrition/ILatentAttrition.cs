namespace Mainstay.Statistics.Attrition;

/// <summary>
/// A fitted model of customers who buy repeatedly and leave without saying so. Times and rates are in the model's own
/// period, the one it was fitted in. Every answer is finite for every valid history unless its doc says otherwise.
/// </summary>
public interface ILatentAttrition
{
    /// <summary>Name in documents and commands, such as <c>bg-nbd</c>.</summary>
    string Name { get; }

    /// <summary>Parameters by the paper's letters, in the paper's order.</summary>
    IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>ℓ, the log-likelihood of one history: the density of its purchase times.</summary>
    double LogLikelihood(in PurchaseHistory history);

    /// <summary>P(alive at T | x, t_x, T), in [0, 1].</summary>
    double PAlive(in PurchaseHistory history);

    /// <summary>P(alive at T + t), in [0, 1], should the customer stay silent from T until then.</summary>
    double PAliveAfter(in PurchaseHistory history, double t);

    /// <summary>E[Y(t) | x, t_x, T]: purchases expected in (T, T + t]; 0 or more.</summary>
    double ExpectedPurchases(in PurchaseHistory history, double t);

    /// <summary>E[X(t)]: repeat purchases expected of a new customer within t of the first; 0 or more.</summary>
    double ExpectedPurchases(double t);

    /// <summary>P(X(t) = x): a new customer makes exactly x repeat purchases within t; in [0, 1].</summary>
    double Pmf(int x, double t);

    /// <summary>
    /// Discounted expected residual purchases (DERT): all purchases after T, each worth e^(−δs) at s periods from now.
    /// </summary>
    /// <param name="history">The customer.</param>
    /// <param name="delta">δ, the continuous discount rate per period: <see cref="DiscountRate.PerPeriod"/>.</param>
    double DiscountedExpectedResidualPurchases(in PurchaseHistory history, double delta);

    /// <summary>
    /// The same up to T + t only: purchases in (T, T + t], each worth e^(−δs) at s periods from now; 0 or more.
    /// </summary>
    double DiscountedExpectedPurchases(in PurchaseHistory history, double t, double delta);

    /// <summary>P(Y(t) = y | x, t_x, T): exactly y purchases in (T, T + t]; in [0, 1].</summary>
    double Pmf(in PurchaseHistory history, int y, double t);

    /// <summary>P(Y(t) &lt; y) and P(Y(t) = y) of every row, each with a y of its own.</summary>
    /// <param name="histories">The customers.</param>
    /// <param name="y">Purchases in (T, T + t] by row: whole numbers, 0 or more.</param>
    /// <param name="t">How far ahead, in periods.</param>
    /// <param name="below">By row, the probability of fewer.</param>
    /// <param name="at">By row, the probability of exactly so many.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> or a y is negative or NaN.</exception>
    void Pmf(
        PurchaseHistories histories, ReadOnlySpan<double> y, double t, Span<double> below, Span<double> at)
    {
        ArgumentNullException.ThrowIfNull(histories);
        for (var row = 0; row < histories.Count; row++)
        {
            Require.NonNegative(y[row], nameof(y));
            below[row] = 0;
            for (var fewer = 0; fewer < y[row]; fewer++)
                below[row] += Pmf(histories[row], fewer, t);
            at[row] = Pmf(histories[row], (int)y[row], t);
        }
    }

    /// <summary>P(Y(t) ≥ 1 | x, t_x, T): the customer buys in (T, T + t]; in [0, 1].</summary>
    double PBuys(in PurchaseHistory history, double t);

    /// <summary>Draws a new customer: adds the times of the repeat purchases within t of the first, ascending.</summary>
    /// <param name="t">How long the customer is watched, in periods.</param>
    /// <param name="random">Seeded by the caller.</param>
    /// <param name="purchases">The times since the first purchase are added here.</param>
    void SimulateNew(double t, Random random, ICollection<double> purchases);

    /// <summary>
    /// Draws the future of a customer who is alive at T: adds the times since T of the purchases in (T, T + t],
    /// ascending. Who is alive, <see cref="PAlive(in PurchaseHistory)"/> says; it is not drawn here.
    /// </summary>
    /// <param name="history">The customer.</param>
    /// <param name="t">How far ahead, in periods; infinity is allowed where every customer leaves in the end.</param>
    /// <param name="random">Seeded by the caller.</param>
    /// <param name="purchases">The times since T are added here.</param>
    void SimulateAlive(in PurchaseHistory history, double t, Random random, ICollection<double> purchases);

    /// <summary>Σ w·ℓ over all rows.</summary>
    double LogLikelihood(PurchaseHistories histories);

    /// <summary><see cref="PAlive(in PurchaseHistory)"/> of every row.</summary>
    void PAlive(PurchaseHistories histories, Span<double> destination);

    /// <summary><see cref="PAliveAfter(in PurchaseHistory, double)"/> of every row.</summary>
    void PAliveAfter(PurchaseHistories histories, double t, Span<double> destination);

    /// <summary><see cref="ExpectedPurchases(in PurchaseHistory, double)"/> of every row.</summary>
    void ExpectedPurchases(PurchaseHistories histories, double t, Span<double> destination);

    /// <summary><see cref="DiscountedExpectedResidualPurchases(in PurchaseHistory, double)"/> of every row.</summary>
    void DiscountedExpectedResidualPurchases(PurchaseHistories histories, double delta, Span<double> destination);

    /// <summary>
    /// How many of these customers the model expects to have made 0, 1, … repeat purchases in their own T. The last
    /// value, at index <paramref name="censorAt"/>, is that many or more; the values sum to the customers.
    /// </summary>
    IReadOnlyList<double> ExpectedFrequencies(PurchaseHistories histories, int censorAt);
}
