namespace Mainstay.Web.Worth;

/// <summary>What each model assumes and cannot know, in plain words: printed beside its parameters, always.</summary>
public static class ModelKnowledge
{
    /// <summary>One sentence on how the model thinks customers behave.</summary>
    public static string Story(string model) => model switch
    {
        "bg-nbd" => "Each customer buys at a pace of their own, and after any purchase may quietly leave for good.",
        "mbg-nbd" => "Each customer buys at a pace of their own, and may leave after any purchase, even the first.",
        "nbd" => "Each customer buys at a pace of their own, and nobody ever leaves.",
        "pareto-nbd" => "Each customer buys at a pace of their own until they leave, which may happen at any time.",
        "bg-cnbd-k" => "As BG/NBD, but purchases come more regularly than chance: each gap is made of k stages.",
        "mbg-cnbd-k" => "As MBG/NBD, but purchases come more regularly than chance: each gap is made of k stages.",
        "gamma-gamma" => "Each customer has a typical spend of their own; what they spent so far is a sample of it.",
        "mean-spend" => "Everyone is expected to spend the average of all repeat purchases.",
        "fixed_rule" => "Silent for a year is lapsed, for two years lost: a rule, not a model.",
        _ => "No model stands behind this.",
    };

    /// <summary>What it does not know; empty for a model we have no words for.</summary>
    public static IReadOnlyList<string> Unknown(string model) => model switch
    {
        "bg-nbd" =>
        [
            "Seasons, campaigns and price changes: the pace is taken as constant.",
            "One-time buyers can never have left under it, so who is gone is judged by MBG/NBD instead.",
            "Why anybody stopped, or that they said they would.",
        ],
        "nbd" =>
        [
            "That customers leave: silence is bad luck under it, however long.",
            "Seasons, campaigns and price changes: the pace is taken as constant.",
        ],
        "bg-cnbd-k" =>
        [
            "Seasons, campaigns and price changes: the pace is taken as constant.",
            "One-time buyers can never have left under it, so who is gone is judged by MBG/NBD instead.",
            "Differences in regularity: everybody is taken to be equally regular.",
        ],
        "mbg-cnbd-k" =>
        [
            "Seasons, campaigns and price changes: the pace is taken as constant.",
            "Differences in regularity: everybody is taken to be equally regular.",
        ],
        "mbg-nbd" or "pareto-nbd" =>
        [
            "Seasons, campaigns and price changes: the pace is taken as constant.",
            "Why anybody stopped, or that they said they would.",
        ],
        "gamma-gamma" =>
        [
            "A link between how often and how much people buy: it assumes none.",
            "A trend in prices or baskets: past spend stands for future spend.",
        ],
        "mean-spend" => ["Any difference in spend between customers."],
        "fixed_rule" => ["Each customer's own rhythm: a yearly buyer and a weekly one are treated alike."],
        _ => [],
    };
}
