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

    // A word, or its beginning, found in an activity's name in one of the languages whose headers are understood; the
    // first that fits counts.
    private static readonly (string Category, string[] Words)[] s_words =
    [
        (Returns, [
            "return", "refund", "retour", "rücksend", "rückgabe", "rücknahme", "ruecksend", "rueckgabe", "devolu",
        ]),
        (Rework, [
            "rework", "change", "correction", "redo", "nacharbeit", "nachbesser", "änderung", "aenderung",
            "korrektur", "retouche", "modific", "correcci", "correzion", "wijzig",
        ]),
        (Negotiation, [
            "negotiat", "bargain", "quote", "verhandl", "angebot", "négoci", "negoci", "devis", "negozia",
            "onderhandel", "offerte",
        ]),
        (SpecialDelivery, [
            "deliver", "courier", "express", "freight", "liefer", "versand", "fracht", "kurier", "livraison", "envío",
            "entrega", "consegna", "spedizion", "bezorg", "levering",
        ]),
        (Support, [
            "support", "contact", "call", "inquiry", "enquiry", "complaint", "ticket", "email", "chat", "visit", "help",
            "kontakt", "anruf", "rückruf", "anfrage", "beschwerde", "reklamation", "besuch", "hilfe", "appel",
            "plainte", "réclamation", "llamada", "consulta", "queja", "chiamata", "reclam", "klacht", "gesprek",
        ]),
        (OrderHandling, [
            "order", "pick", "pack", "credit check", "invoice", "bestell", "auftrag", "kommission", "rechnung",
            "commande", "facture", "pedido", "factura", "ordine", "fattura",
        ]),
    ];

    /// <summary>The place in <see cref="All"/> of an activity's category.</summary>
    public static int NumberOf(string activity) => All.ToList().IndexOf(Of(activity));

    /// <summary>The category of an activity by its name; whatever is not recognised is other service.</summary>
    public static string Of(string activity)
    {
        foreach (var (category, words) in s_words)
        {
            if (Array.Exists(words, word => activity.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return category;
        }

        return OtherService;
    }
}
