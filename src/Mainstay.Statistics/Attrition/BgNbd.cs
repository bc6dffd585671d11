using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// BG/NBD. While alive a customer buys at Poisson rate λ ~ Gamma(r, α); after each repeat purchase they leave with
/// probability p ~ Beta(a, b). Who has bought only once has met no coin: P(alive) is 1 by construction.
/// </summary>
/// <remarks>[FHL05] Fader, Hardie &amp; Lee, Marketing Science 24(2):275–284, 2005.</remarks>
public sealed class BgNbd : BetaGeometricNbd
{
    /// <summary>A BG/NBD with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BgNbd(BetaGeometricParameters parameters)
        : base(parameters, coinsAfterFirst: 0)
    {
    }

    /// <inheritdoc/>
    public override string Name => "bg-nbd";

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<BgNbd> Fit(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        AttritionFamilies.BgNbd.FitTo(histories, options, cancellationToken).As<BgNbd>();
}
