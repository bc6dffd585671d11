using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// MBG/NBD. As <see cref="BgNbd"/>, but the coin is thrown after the first purchase too, so that customers who bought
/// only once can have left.
/// </summary>
/// <remarks>
/// [BDF07] Batislam, Denizel &amp; Filiztekin, International Journal of Research in Marketing 24(3), 2007; the same as
/// the CBG/NBD of Hoppe &amp; Wagner, 2007.
/// </remarks>
public sealed class MbgNbd : BetaGeometricNbd
{
    /// <summary>An MBG/NBD with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public MbgNbd(BetaGeometricParameters parameters)
        : base(parameters, coinsAfterFirst: 1)
    {
    }

    /// <inheritdoc/>
    public override string Name => "mbg-nbd";

    /// <summary>Fits by maximum likelihood. Facts about the data are in the result, never exceptions.</summary>
    public static Fit<MbgNbd> Fit(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        AttritionFamilies.MbgNbd.FitTo(histories, options, cancellationToken).As<MbgNbd>();
}
