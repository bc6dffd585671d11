namespace Mainstay.Ledger.Import;

/// <summary>Where a Shopify orders export keeps what we need; sets of columns differ by store and age.</summary>
internal sealed class ShopifyColumns(NamedColumns columns)
{
    public NamedColumns All { get; } = columns;

    public int Name { get; } = columns.For(OrderField.Order, "Name");

    public int Id { get; } = columns.For(OrderField.Order, "Id", "Name");

    public int Email { get; } = columns.For(OrderField.Email, "Email");

    public int Phone { get; } = columns.For(OrderField.Phone, "Phone", "Billing Phone", "Shipping Phone");

    public int BillingPhone { get; } = columns["Billing Phone", "Shipping Phone"];

    public int CreatedAt { get; } = columns.For(OrderField.Date, "Created at");

    public int CancelledAt { get; } = columns.For(OrderField.CancelledOn, "Cancelled at");

    public int FinancialStatus { get; } = columns.For(OrderField.Status, "Financial Status");

    public int Currency { get; } = columns.For(OrderField.Currency, "Currency");

    public int Subtotal { get; } = columns["Subtotal"];

    public int Shipping { get; } = columns["Shipping"];

    public int Taxes { get; } = columns["Taxes"];

    public int Duties { get; } = columns["Duties"];

    public int Total { get; } = columns["Total"];

    public int OrderDiscount { get; } = columns["Discount Amount"];

    public int RefundedAmount { get; } = columns["Refunded Amount"];

    public int Quantity { get; } = columns.For(OrderField.Quantity, "Lineitem quantity");

    public int Price { get; } = columns.For(OrderField.UnitPrice, "Lineitem price");

    public int LineDiscount { get; } = columns.For(OrderField.Discount, "Lineitem discount");

    public int Sku { get; } = columns.For(OrderField.Sku, "Lineitem sku");

    public int Description { get; } = columns.For(OrderField.Description, "Lineitem name");

    public int CustomerName { get; } = columns.For(OrderField.Name, "Billing Name", "Shipping Name");

    public int Country { get; } = columns.For(OrderField.Country, "Billing Country", "Shipping Country");

    public int Channel { get; } = columns.For(OrderField.Channel, "Source");

    /// <summary>Columns that hold money.</summary>
    public IReadOnlyList<int> Money =>
        [.. new[] { Price, Subtotal, Total, Shipping, Taxes, OrderDiscount, LineDiscount, RefundedAmount }.Where(column => column >= 0)];
}
