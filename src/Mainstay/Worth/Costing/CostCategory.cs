namespace Mainstay.Worth.Costing;

/// <summary>
/// What costs beside goods are for. An activity's name decides its category; columns of cost_snapshots bear these
/// names.
/// </summary>
public static class CostCategory
{
    public const string PaymentFees = "payment_fees";
    public const string Delivery = "delivery";
    public const string Returns = "returns";
    public const string OrderHandling = "order_handling";
    public const string Support = "support";
    public const string Rework = "rework";
    public const string SpecialDelivery = "special_delivery";
    public const string Negotiation = "negotiation";
    public const string SlowPayment = "slow_payment";
    public const string OtherService = "other_service";
    public const string Marketing = "marketing";

    /// <summary>Every category, in the order of every list.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PaymentFees, Delivery, Returns, OrderHandling, Support, Rework, SpecialDelivery, Negotiation, SlowPayment,
        OtherService, Marketing,
    ];

    /// <summary>Cost to serve: what working for the customer took, returns apart.</summary>
    public static IReadOnlyList<string> Service { get; } =
        [OrderHandling, Support, Rework, SpecialDelivery, Negotiation, SlowPayment, OtherService];

    // A word found in an activity's name; the first that fits counts.
    private static readonly (string Word, string Category)[] s_words =
    [
        ("return", Returns), ("refund", Returns), ("rework", Rework), ("change", Rework), ("correction", Rework),
        ("redo", Rework), ("negotiat", Negotiation), ("bargain", Negotiation), ("quote", Negotiation),
        ("deliver", SpecialDelivery), ("courier", SpecialDelivery), ("express", SpecialDelivery),
        ("freight", SpecialDelivery), ("support", Support), ("contact", Support), ("call", Support),
        ("inquiry", Support), ("enquiry", Support), ("complaint", Support), ("ticket", Support), ("email", Support),
        ("chat", Support), ("visit", Support), ("help", Support), ("order", OrderHandling), ("pick", OrderHandling),
        ("pack", OrderHandling), ("credit check", OrderHandling), ("invoice", OrderHandling),
    ];

    /// <summary>The place in <see cref="All"/> of an activity's category.</summary>
    public static int NumberOf(string activity) => All.ToList().IndexOf(Of(activity));

    /// <summary>The category of an activity by its name; whatever is not recognised is other service.</summary>
    public static string Of(string activity)
    {
        foreach (var (word, category) in s_words)
        {
            if (activity.Contains(word, StringComparison.OrdinalIgnoreCase))
                return category;
        }

        return OtherService;
    }
}
