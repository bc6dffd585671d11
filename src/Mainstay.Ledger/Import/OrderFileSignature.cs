namespace Mainstay.Ledger.Import;

/// <summary>Recognises the exports of well-known systems by their headers, never by position or file name.</summary>
internal static class OrderFileSignature
{
    private static readonly (OrderFileKind Kind, string[] Headers)[] Signatures =
    [
        (OrderFileKind.ShopifyOrders, ["Name", "Created at", "Lineitem quantity", "Lineitem price"]),
        (OrderFileKind.WooCommerceOrders, ["order_id", "order_date", "line_item_1"]),
        (OrderFileKind.StripePayments, ["id", "Created (UTC)", "Amount", "Currency", "Status"]),
        (OrderFileKind.StripePayments, ["id", "Created date (UTC)", "Amount", "Currency", "Status"]),
    ];

    private static readonly string[] WooCommerceAnalytics = ["Order #", "Customer type"];

    private static readonly string[] InvoiceWords = ["invoice", "rechnung", "facture", "factura", "fattura", "factuur"];

    /// <summary>How many of the columns speak for a known export, so that its header is found below any preamble.</summary>
    public static int Score(IReadOnlyList<string> columns) =>
        Signatures.Where(signature => HasAll(columns, signature.Headers)).Select(signature => signature.Headers.Length).FirstOrDefault();

    /// <summary>The kind of export, or an order log when it is none we know.</summary>
    /// <exception cref="ImportException">An export that cannot say who the customers are.</exception>
    public static OrderFileKind Recognise(string path, IReadOnlyList<string> columns)
    {
        if (HasAll(columns, WooCommerceAnalytics))
            throw new ImportException(new InputProblem(
                path,
                "WooCommerce's own Analytics export of orders, which names customers but has neither their email nor line prices",
                "orders that can be put to a customer safely",
                "Export the orders with the WebToffee Import Export Suite (WooCommerce → Order Export, CSV), or read them over the REST API."));
        foreach (var (kind, headers) in Signatures)
        {
            if (HasAll(columns, headers))
                return kind;
        }

        return IsInvoiceLines(columns) ? OrderFileKind.InvoiceLines : OrderFileKind.OrderLog;
    }

    /// <summary>The headers a kind cannot do without and this file lacks; empty when it can be read as that kind.</summary>
    public static IReadOnlyList<string> Missing(OrderFileKind kind, IReadOnlyList<string> columns) =>
        Signatures.Where(signature => signature.Kind == kind)
            .Select(signature => signature.Headers.Where(header => !Has(columns, header)).ToArray())
            .OrderBy(missing => missing.Length).FirstOrDefault() ?? [];

    /// <summary>The kind in words, with its article.</summary>
    public static string Describe(OrderFileKind kind) => kind switch
    {
        OrderFileKind.ShopifyOrders => "a Shopify orders export",
        OrderFileKind.WooCommerceOrders => "a WooCommerce orders export (WebToffee)",
        OrderFileKind.StripePayments => "a Stripe payments export",
        OrderFileKind.InvoiceLines => "an export of invoice lines",
        _ => "an order log",
    };

    private static bool IsInvoiceLines(IReadOnlyList<string> columns)
    {
        var fields = new Dictionary<OrderField, string>();
        foreach (var column in columns)
        {
            if (OrderFields.TryFind(column, out var field, out _))
                fields.TryAdd(field, OrderFields.Normalise(column));
        }

        return fields.TryGetValue(OrderField.Order, out var order) && fields.ContainsKey(OrderField.Quantity)
            && fields.ContainsKey(OrderField.UnitPrice)
            && Array.Exists(InvoiceWords, word => order.Contains(word, StringComparison.Ordinal));
    }

    private static bool HasAll(IReadOnlyList<string> columns, string[] headers) => Array.TrueForAll(headers, header => Has(columns, header));

    private static bool Has(IReadOnlyList<string> columns, string header) => columns.Contains(header, StringComparer.OrdinalIgnoreCase);
}
