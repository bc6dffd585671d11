namespace Mainstay.Ledger.Import;

/// <summary>
/// One Shopify order gathered from its rows: its own cells stand on the first one only and hold for all. Mutable
/// while it is gathered.
/// </summary>
internal sealed class ShopifyOrder
{
    public required byte[] Name { get; init; }

    public required byte[] Id { get; init; }

    public required byte[] Customer { get; init; }

    public required byte[] Email { get; init; }

    public required byte[] CustomerName { get; init; }

    public required byte[] Country { get; init; }

    public required byte[] Channel { get; init; }

    public required string? Currency { get; init; }

    public required Moment Moment { get; init; }

    public required int? CancelledOn { get; init; }

    public required string Status { get; init; }

    public required OrderMoney Money { get; init; }

    public required long Refunded { get; init; }

    /// <summary>The order's lines, in the file's order.</summary>
    public List<Item> Items { get; } = [];

    /// <summary>One line: what it is, and what it comes to before the order's discount.</summary>
    internal sealed record Item(long Row, byte[] Sku, byte[] Description, long Quantity, long Price, long Discount)
    {
        /// <summary>Quantity × price less the line's own discount, in ten-thousandths, at least 0.</summary>
        public long Gross => Math.Max(0, (LineArithmetic.Product(Quantity, Price) ?? 0) - Discount);
    }
}
