namespace Mainstay.Statistics.Attrition;

/// <summary>What <see cref="BgBb"/> needs to know of one customer, time counted in opportunities to buy.</summary>
/// <param name="X">Frequency x: at how many opportunities after the first purchase the customer bought.</param>
/// <param name="Tx">Recency t_x: the number of the last of them; 0 when x = 0.</param>
/// <param name="N">n: opportunities there have been since the first purchase.</param>
public readonly record struct OpportunityHistory(int X, int Tx, int N);
