using Mainstay.Web.Shell;
using Mainstay.Worth.Ladder;

namespace Mainstay.Web.Worth.Ladder;

/// <summary>A step of the ladder as drawn and listed.</summary>
/// <param name="Name">What takes: cost of goods, fees and delivery. For an end of the ladder: what it is.</param>
/// <param name="Takes">What it takes, positive; null for the two ends.</param>
/// <param name="Leaves">What is left after it.</param>
/// <param name="Unassigned">What of <paramref name="Leaves"/> is no customer's; null where not told.</param>
/// <param name="Below">Under the ladder: on no customer's account.</param>
public sealed record LadderRow(string Name, decimal? Takes, decimal Leaves, decimal? Unassigned, bool Below = false)
{
    private static readonly (string Step, string Takes)[] s_steps =
    [
        (LadderStep.ProductMargin, "Cost of goods"), (LadderStep.AfterFeesAndDelivery, "Fees and delivery"),
        (LadderStep.AfterReturns, "Returns handling"), (LadderStep.AfterCostToServe, "Cost to serve"),
        (LadderStep.AfterMarketing, "Marketing"),
    ];

    /// <summary>The company's ladder, and under it the capacity nobody used.</summary>
    public static IReadOnlyList<LadderRow> Of(LadderDocument ladder)
    {
        var left = ladder.Steps.ToDictionary(step => step.Name, step => step.Amount);
        var rows = Rows(left, step => ladder.Unassigned.TryGetValue(step, out var amount) ? amount : 0);
        if (ladder.UnusedCapacityCost == 0)
            return rows;
        var unused = ladder.UnusedCapacityCost;
        return [.. rows, new("Unused capacity", unused, rows[^1].Leaves - unused, null, Below: true)];
    }

    /// <summary>One customer's ladder.</summary>
    public static IReadOnlyList<LadderRow> Of(CustomerLadder ladder) => Rows(
        new Dictionary<string, decimal>
        {
            [LadderStep.NetRevenue] = ladder.NetRevenue,
            [LadderStep.ProductMargin] = ladder.ProductMargin,
            [LadderStep.AfterFeesAndDelivery] = ladder.AfterFeesAndDelivery,
            [LadderStep.AfterReturns] = ladder.AfterReturns,
            [LadderStep.AfterCostToServe] = ladder.AfterCostToServe,
            [LadderStep.AfterMarketing] = ladder.AfterMarketing,
        },
        _ => null);

    /// <summary>What is left of a revenue, in words.</summary>
    public static string Sentence(decimal revenue, decimal left, string whatItIs, Format format) =>
        (revenue, left) switch
        {
            ( > 0, >= 0) => $"Of {format.Money(revenue)} {whatItIs}, {format.Money(left)} is left: "
                + $"{format.Percent((double)(left / revenue))}.",
            ( > 0, _) => $"Of {format.Money(revenue)} {whatItIs}, nothing is left: it cost {format.Money(-left)} more.",
            (_, < 0) => $"Nothing came in, and it cost {format.Money(-left)}.",
            _ => $"{format.Money(left)} is left.",
        };

    private static List<LadderRow> Rows(Dictionary<string, decimal> left, Func<string, decimal?> unassigned)
    {
        var before = left[LadderStep.NetRevenue];
        var rows = new List<LadderRow> { new("Net revenue", null, before, unassigned(LadderStep.NetRevenue)) };
        foreach (var (step, takes) in s_steps)
        {
            rows.Add(new(takes, before - left[step], left[step], unassigned(step)));
            before = left[step];
        }

        rows.Add(new("What is left", null, before, unassigned(LadderStep.AfterMarketing)));
        return rows;
    }
}
