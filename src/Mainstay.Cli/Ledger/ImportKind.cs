using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Ledger;

/// <summary>The kinds of file a person may name.</summary>
internal static class ImportKind
{
    public static readonly (string Word, OrderFileKind? Kind)[] Choices =
    [
        ("orders", OrderFileKind.OrderLog),
        ("invoices", OrderFileKind.InvoiceLines),
        ("shopify", OrderFileKind.ShopifyOrders),
        ("woocommerce", OrderFileKind.WooCommerceOrders),
        ("stripe", OrderFileKind.StripePayments),
    ];
}
