using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Posterior;

/// <summary>How the future is drawn for an interval.</summary>
public sealed record FutureOptions
{
    // Beyond this a purchase is worth less than a thousandth: seventy years at ten percent.
    private const double Negligible = 6.9;

    /// <summary>δ, the continuous discount rate per period, 0 or more.</summary>
    public required double Delta { get; init; }

    /// <summary>How far ahead, in periods.</summary>
    public required double Horizon { get; init; }

    /// <summary>How much probability the intervals hold.</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>Futures per class of customers alike: the 5 % quantile then rests on fifty of them. At least one per point.</summary>
    public int Draws { get; init; } = 1024;

    /// <summary>Seed of the generator.</summary>
    public int Seed { get; init; } = 20242;

    /// <summary>All of the future that discounting leaves worth anything.</summary>
    /// <param name="delta">δ per period, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not positive and finite.</exception>
    public static FutureOptions Residual(double delta)
    {
        Require.Positive(delta);
        return new() { Delta = delta, Horizon = Negligible / delta };
    }

    private bool WholeFuture => Delta > 0 && Horizon >= Negligible / Delta;

    /// <summary>The mean, if the customer is alive for certain; 0 where that cannot be told from the mean.</summary>
    internal double IfAlive(ILatentAttrition model, in PurchaseHistory history)
    {
        var pAlive = model.PAlive(history);
        return pAlive == 0 ? 0 : Expected(model, history) / pAlive;
    }

    /// <summary>The mean of every row.</summary>
    internal void Expected(ILatentAttrition model, PurchaseHistories histories, Span<double> destination)
    {
        if (WholeFuture)
        {
            model.DiscountedExpectedResidualPurchases(histories, Delta, destination);
        }
        else if (Delta == 0)
        {
            model.ExpectedPurchases(histories, Horizon, destination);
        }
        else
        {
            for (var row = 0; row < histories.Count; row++)
                destination[row] = model.DiscountedExpectedPurchases(histories[row], Horizon, Delta);
        }
    }

    private double Expected(ILatentAttrition model, in PurchaseHistory history) => WholeFuture
        ? model.DiscountedExpectedResidualPurchases(history, Delta)
        : model.DiscountedExpectedPurchases(history, Horizon, Delta);

    internal void Check()
    {
        Require.NonNegative(Delta);
        Require.Positive(Horizon);
        Require.Within(Level, 0, 1);
        Require.Positive(Draws);
    }
}
