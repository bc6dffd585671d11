namespace Mainstay.Worth.Lifetime;

/// <summary>
/// All customers' own lifetime values together; credit for referrals is never added twice, so it is not here.
/// </summary>
/// <param name="Value">
/// Margin to date + residual value − acquisition cost; null where nothing could be modelled.
/// </param>
/// <param name="Low">Lower end of its interval; null where none can be given.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">Probability that the interval holds.</param>
/// <param name="MarginToDate">Booked so far.</param>
/// <param name="ResidualValue">Present value of what is to come.</param>
/// <param name="AcquisitionCost">Spent on winning them.</param>
public sealed record CustomerEquity(
    decimal? Value, decimal? Low, decimal? High, double Level, decimal MarginToDate, decimal? ResidualValue,
    decimal AcquisitionCost);
