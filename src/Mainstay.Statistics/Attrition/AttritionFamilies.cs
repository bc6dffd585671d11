using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Attrition;

/// <summary>The models of customers who buy repeatedly and leave without saying so.</summary>
public static class AttritionFamilies
{
    /// <summary>NBD: <see cref="Attrition.Nbd"/>.</summary>
    public static AttritionFamily Nbd { get; } = new NbdFamily();

    /// <summary>Pareto/NBD: <see cref="Attrition.ParetoNbd"/>.</summary>
    public static AttritionFamily ParetoNbd { get; } = new ParetoNbdFamily();

    /// <summary>BG/NBD: <see cref="Attrition.BgNbd"/>.</summary>
    public static AttritionFamily BgNbd { get; } = new BetaGeometricFamily("bg-nbd", coinsAfterFirst: 0);

    /// <summary>MBG/NBD: <see cref="Attrition.MbgNbd"/>.</summary>
    public static AttritionFamily MbgNbd { get; } = new BetaGeometricFamily("mbg-nbd", coinsAfterFirst: 1);

    /// <summary>BG/CNBD-k: <see cref="Attrition.BgCnbd"/>, k chosen by the fit.</summary>
    public static AttritionFamily BgCnbd { get; } = new RegularityFamily("bg-cnbd-k", 0, "bg-nbd");

    /// <summary>MBG/CNBD-k: <see cref="Attrition.MbgCnbd"/>, k chosen by the fit.</summary>
    public static AttritionFamily MbgCnbd { get; } = new RegularityFamily("mbg-cnbd-k", 1, "mbg-nbd");

    /// <summary>
    /// Every family; of two that foretell equally well, the earlier is preferred: simpler, or easier to misread less.
    /// </summary>
    public static IReadOnlyList<AttritionFamily> All { get; } = [Nbd, MbgNbd, BgNbd, ParetoNbd, MbgCnbd, BgCnbd];

    /// <summary>
    /// Fits several families to the same customers, on every core: each as the histories let it be fitted
    /// (<see cref="AttritionFamily.For"/>).
    /// </summary>
    public static IReadOnlyDictionary<AttritionFamily, Fit<ILatentAttrition>> FitAll(
        IReadOnlyList<AttritionFamily> families, PurchaseHistories histories, FitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var different = families.Distinct().ToArray();
        var fits = SideBySide.Run(
            different, family => family.For(histories).FitTo(histories, options, cancellationToken), cancellationToken);
        return different.Zip(fits).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The family called <paramref name="name"/>; null for any other word.</summary>
    public static AttritionFamily? Named(string name) => All.FirstOrDefault(family => family.Name == name);
}
