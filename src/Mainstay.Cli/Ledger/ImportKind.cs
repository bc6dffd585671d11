using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Facts;

namespace Mainstay.Cli.Ledger;

/// <summary>A kind of file a person may name: of orders, or of facts beside them.</summary>
internal sealed record ImportKind(OrderFileKind? Orders, FactFileKind? Facts)
{
    public static readonly (string Word, ImportKind? Kind)[] Choices =
    [
        ("orders", new(OrderFileKind.OrderLog, null)),
        ("invoices", new(OrderFileKind.InvoiceLines, null)),
        ("shopify", new(OrderFileKind.ShopifyOrders, null)),
        ("woocommerce", new(OrderFileKind.WooCommerceOrders, null)),
        ("stripe", new(OrderFileKind.StripePayments, null)),
        .. FactShapes.All.Select(shape => (shape.Word, (ImportKind?)new ImportKind(null, shape.Kind))),
    ];
}
