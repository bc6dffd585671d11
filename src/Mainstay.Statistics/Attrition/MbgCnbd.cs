using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// MBG/CNBD-k: as <see cref="BgCnbd"/>, but the coin is thrown after the first purchase too, so that customers who
/// bought only once can have left.
/// </summary>
/// <remarks>[RPS20] Reutterer, Platzer &amp; Schröder, IJRM, 2020, with s = 1.</remarks>
public sealed class MbgCnbd : BetaGeometricCnbd
{
    /// <summary>An MBG/CNBD-k with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public MbgCnbd(BetaGeometricParameters parameters, int k)
        : base(parameters, k, coinsAfterFirst: 1)
    {
    }

    /// <inheritdoc/>
    public override string Name => "mbg-cnbd-k";

    /// <summary>
    /// Fits by maximum likelihood and chooses k by it, which asks for <see cref="PurchaseHistories.TotalLogGaps"/>.
    /// Facts about the data are in the result, never exceptions.
    /// </summary>
    public static Fit<MbgCnbd> Fit(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        AttritionFamilies.MbgCnbd.FitTo(histories, options, cancellationToken).As<MbgCnbd>();

    /// <summary>Fits by maximum likelihood for a given k.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// k is not from 1 to <see cref="BetaGeometricCnbd.LargestK"/>.
    /// </exception>
    public static Fit<MbgCnbd> Fit(
        PurchaseHistories histories, int k, FitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        new RegularFamily("mbg-cnbd-k", 1, k).FitTo(histories, options, cancellationToken).As<MbgCnbd>();
}
