namespace Mainstay.Web.Shell;

/// <summary>Tokens of the data contract as a person says them, and what each group is.</summary>
public static class Word
{
    /// <summary><c>first_time_buyer</c> reads <c>first-time buyer</c>; another loses its underscores.</summary>
    public static string Of(string token) => token switch
    {
        "first_time_buyer" => "first-time buyer",
        "at_risk" => "at risk",
        "won_back" => "won back",
        "fixed_rule" => "fixed rule",
        "gamma-gamma" => "Gamma-Gamma",
        "nbd" => "NBD",
        "bg-nbd" => "BG/NBD",
        "mbg-nbd" => "MBG/NBD",
        "pareto-nbd" => "Pareto/NBD",
        "bg-cnbd-k" => "BG/CNBD-k",
        "mbg-cnbd-k" => "MBG/CNBD-k",
        "mean-spend" => "mean spend",
        "time_study" => "time study",
        "below_cost" => "goods sold below cost",
        "self_service" => "move to self-service",
        "minimum_order" => "set a minimum order",
        "let_go" => "let them go",
        "reprice" => "raise prices",
        _ => token.Replace('_', ' '),
    };

    /// <summary>One line on what a tier, stage or state means.</summary>
    public static string Meaning(string token) => token switch
    {
        "gold" => "the most profitable few; know them by name",
        "strong" => "the next; worth a personal word",
        "steady" => "the middle that pays its way",
        "thin" => "little or nothing left over",
        "losing" => "cost more than they bring",
        "prospect" => "identified, no contact data",
        "lead" => "contact data, no purchase yet",
        "first_time_buyer" => "bought on one day",
        "repeat_customer" => "bought on two days or more",
        "member" => "holds a membership today",
        "active" => "buying as expected",
        "at_risk" => "silent longer than their own habit",
        "lapsed" => "more likely gone than not",
        "lost" => "almost surely gone",
        "won_back" => "returned after lapsing",
        "measured" => "taken from records, such as a bill or a clock",
        "time_study" => "timed over a sample",
        "estimated" => "somebody's estimate; could be a quarter off",
        "default" => "our own figure, for want of yours; could be far off",
        "prestige" => "a name that brings others",
        "referrer" => "sends us customers",
        "promising" => "expected to grow",
        "strategic" => "we learn from them, or need them",
        _ => "",
    };
}
