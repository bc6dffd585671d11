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

    /// <summary>A smooth positive quantity over all draws.</summary>
    /// <param name="quantity">What a model says, such as a sum over all customers; more than 0.</param>
    WeightedDraws OverDraws(Func<ILatentAttrition, double> quantity);
}
