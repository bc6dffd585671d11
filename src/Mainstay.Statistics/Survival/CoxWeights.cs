namespace Mainstay.Statistics.Survival;

/// <summary>What a weight says, which matters where events at the same time are taken apart.</summary>
public enum CoxWeights
{
    /// <summary>A row stands for so many equal ones; weights are whole numbers.</summary>
    Copies,

    /// <summary>A row stands for itself and counts so much, as in samples drawn with unequal chances.</summary>
    Importance,
}
