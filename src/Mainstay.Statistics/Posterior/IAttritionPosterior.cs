using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Posterior;

/// <summary>What is left open about the parameters of an attrition model: drawn from data, or read from a file.</summary>
public interface IAttritionPosterior
{
    /// <summary>The model at the posterior's mode.</summary>
    ILatentAttrition Centre { get; }

    /// <summary>Whether the draws may be used; where not, intervals would mislead and are not given.</summary>
    bool Reliable { get; }

    /// <summary>So many models that stand, equally weighted, for the posterior.</summary>
    /// <param name="count">1 or more.</param>
    IReadOnlyList<ILatentAttrition> Models(int count);

    /// <summary>Smooth positive quantities over all draws.</summary>
    /// <param name="quantities">What a model says, such as sums over all customers; each more than 0.</param>
    /// <returns>One per quantity, in their order.</returns>
    IReadOnlyList<WeightedDraws> OverDraws(Func<ILatentAttrition, IReadOnlyList<double>> quantities);
}
