namespace Mainstay.Lifecycle;

/// <summary>Customers with so many repeat purchases.</summary>
/// <param name="Frequency">Repeat purchases; the last bin holds this many or more.</param>
/// <param name="OrMore">True in the last bin.</param>
/// <param name="Actual">Customers counted.</param>
/// <param name="Expected">Customers expected by the model; null without one.</param>
public sealed record FrequencyBin(int Frequency, bool OrMore, long Actual, double? Expected);
