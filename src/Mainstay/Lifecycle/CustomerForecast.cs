namespace Mainstay.Lifecycle;

/// <summary>One customer, and what a model foretells.</summary>
/// <param name="Customer">The business's own key.</param>
/// <param name="Frequency">Repeat purchase days.</param>
/// <param name="Recency">First to last purchase day, in periods.</param>
/// <param name="T">First purchase day to as-of, in periods.</param>
/// <param name="Forecast">What is foretold.</param>
/// <param name="Weight">How many customers of this history it stands for.</param>
public sealed record CustomerForecast(
    string Customer, long Frequency, double Recency, double T, HistoryForecast Forecast, double Weight = 1);
