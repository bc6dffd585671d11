using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// BG/CNBD-k: <see cref="BgNbd"/> for customers who buy regularly. Gaps between purchases are Erlang-k with stage rate
/// λ ~ Gamma(r, α); after each repeat purchase they leave with probability p ~ Beta(a, b).
/// </summary>
/// <remarks>[RPS20] Reutterer, Platzer &amp; Schröder, IJRM, 2020, with s = 0.</remarks>
public sealed class BgCnbd : BetaGeometricCnbd
{
    /// <summary>A BG/CNBD-k with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BgCnbd(BetaGeometricParameters parameters, int k)
        : base(parameters, k, coinsAfterFirst: 0)
    {
    }

    /// <inheritdoc/>
    public override string Name => "bg-cnbd-k";

    /// <summary>
    /// Fits by maximum likelihood and chooses k by it, which asks for <see cref="PurchaseHistories.TotalLogGaps"/>.
    /// Facts about the data are in the result, never exceptions.
    /// </summary>
    public static Fit<BgCnbd> Fit(
        PurchaseHistories histories, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        AttritionFamilies.BgCnbd.FitTo(histories, options, cancellationToken).As<BgCnbd>();

    /// <summary>Fits by maximum likelihood for a given k.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// k is not from 1 to <see cref="BetaGeometricCnbd.LargestK"/>.
    /// </exception>
    public static Fit<BgCnbd> Fit(
        PurchaseHistories histories, int k, FitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        new RegularFamily("bg-cnbd-k", 0, k).FitTo(histories, options, cancellationToken).As<BgCnbd>();
}
