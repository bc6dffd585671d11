namespace Mainstay.Ledger.Import;

/// <summary>The shapes of order files Mainstay recognises by their headers.</summary>
public enum OrderFileKind
{
    /// <summary>Any table with a customer, a date and usually an amount.</summary>
    OrderLog,

    /// <summary>Invoice lines with credit notes: quantity and unit price, cancelled invoices start with C.</summary>
    InvoiceLines,

    /// <summary>Shopify's orders export.</summary>
    ShopifyOrders,

    /// <summary>WooCommerce orders as WebToffee's plugin writes them.</summary>
    WooCommerceOrders,

    /// <summary>Stripe's payments export.</summary>
    StripePayments,
}
