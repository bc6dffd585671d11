using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Shopify's orders export: one row per line item, the order's own cells on its first row only. Revenue is product
/// revenue after discounts, without tax and shipping; the order's discount is spread over its lines to the coin.
/// </summary>
internal sealed class ShopifyShape : OrderShape
{
    private readonly ShopifyColumns _at;
    private readonly PendingRefunds _refunds = new();
    private ShopifyOrder? _order;
    private byte[] _refusedOrder = [];
    private long _taxInPrices;
    private long _unpaid;
    private long _voided;

    public ShopifyShape(TableSource table) => _at = new ShopifyColumns(new NamedColumns(table.Columns));

    /// <inheritdoc/>
    public override IReadOnlyList<int> DateColumns => _at.CancelledAt < 0 ? [_at.CreatedAt] : [_at.CreatedAt, _at.CancelledAt];

    /// <inheritdoc/>
    public override IReadOnlyList<int> MoneyColumns => _at.Money;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Mapping => _at.All.Mapping;

    /// <inheritdoc/>
    public override StagedColumns Columns(CellFormats formats) =>
        StagedColumns.Order | StagedColumns.Line | StagedColumns.Email | StagedColumns.Name | StagedColumns.Country
        | StagedColumns.OrderedAt | StagedColumns.Sku | StagedColumns.Description | StagedColumns.Quantity | StagedColumns.UnitPrice
        | StagedColumns.Discount | StagedColumns.Amount | StagedColumns.Currency | StagedColumns.Channel | StagedColumns.Cancelled
        | StagedColumns.Contradiction;

    /// <inheritdoc/>
    public override void Read(TableReader row)
    {
        var name = Text(row, _at.Name);
        if (name.Length == 0)
        {
            Reject(row, "Name", name, "the order's name on every row");
            return;
        }

        if (_order is null || !name.SequenceEqual(_order.Name))
        {
            WriteOrder();
            if (name.SequenceEqual(_refusedOrder) && Text(row, _at.CreatedAt).Length == 0)
            {
                Writer.Reject(row.Row, "the first row of this order could not be read, so the order is left out", row.Original);
                return;
            }

            _order = Begin(row, name.ToArray());
            _refusedOrder = _order is null ? name.ToArray() : [];
        }

        if (_order is not null)
            AddItem(row, _order);
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        WriteOrder();
        _refunds.Write(Writer, "Shopify's export gives no date for a refund");
        Writer.Note(_taxInPrices, "1 order's prices include tax; the products' part of it was taken off.",
            "{0} orders' prices include tax; the products' part of it was taken off.");
        Writer.Note(_unpaid, "1 order is not paid yet and counts.", "{0} orders are not paid yet and count.");
        Writer.Note(_voided, "1 order was cancelled or voided and does not count.", "{0} orders were cancelled or voided and do not count.");
    }

    private ShopifyOrder? Begin(TableReader row, byte[] name)
    {
        if (!TryDate(row, _at.CreatedAt, "Created at", out var moment) || !TryTotals(row, out var money, out var refunded))
            return null;
        var cancelled = Text(row, _at.CancelledAt);
        var cancelledMoment = default(Moment);
        if (cancelled.Length > 0 && !TryDate(row, _at.CancelledAt, "Cancelled at", out cancelledMoment))
            return null;
        var status = Encoding.UTF8.GetString(Text(row, _at.FinancialStatus)).ToLowerInvariant();
        var email = Lower(Text(row, _at.Email));
        var phone = Text(row, _at.Phone);
        var id = Text(row, _at.Id);
        return new ShopifyOrder
        {
            Name = name,
            Id = id.Length > 0 ? id.ToArray() : name,
            Email = email,
            Customer = email.Length > 0 ? email : Phone(phone.Length > 0 ? phone : Text(row, _at.BillingPhone)),
            CustomerName = Text(row, _at.CustomerName).ToArray(),
            Country = Text(row, _at.Country).ToArray(),
            Channel = Text(row, _at.Channel).ToArray(),
            Currency = CurrencyOf(Text(row, _at.Currency)),
            Moment = moment,
            CancelledOn = cancelled.Length > 0 ? cancelledMoment.Day : status is "voided" or "expired" ? moment.Day : null,
            Status = status,
            Money = money,
            Refunded = refunded,
        };
    }

    private bool TryTotals(TableReader row, out OrderMoney money, out long refunded)
    {
        money = new OrderMoney(null, null, null, null, null, 0);
        refunded = 0;
        if (!TryMoney(row, _at.Subtotal, "Subtotal", out var subtotal, out _) || !TryMoney(row, _at.Shipping, "Shipping", out var shipping, out _)
            || !TryMoney(row, _at.Taxes, "Taxes", out var taxes, out _) || !TryMoney(row, _at.Duties, "Duties", out var duties, out _)
            || !TryMoney(row, _at.Total, "Total", out var total, out _) || !TryMoney(row, _at.OrderDiscount, "Discount Amount", out var discount, out _)
            || !TryMoney(row, _at.RefundedAmount, "Refunded Amount", out var back, out _))
            return false;
        money = new OrderMoney(subtotal, shipping, taxes, duties, total, discount ?? 0);
        refunded = Math.Abs(back ?? 0);
        return true;
    }

    private void AddItem(TableReader row, ShopifyOrder order)
    {
        if (!TryMoney(row, _at.Quantity, "Lineitem quantity", out var quantity, out _)
            || !TryMoney(row, _at.Price, "Lineitem price", out var price, out _)
            || !TryMoney(row, _at.LineDiscount, "Lineitem discount", out var discount, out _))
            return;
        order.Items.Add(new ShopifyOrder.Item(
            row.Row, Text(row, _at.Sku).ToArray(), Text(row, _at.Description).ToArray(), quantity ?? AmountText.Scale, price ?? 0, discount ?? 0));
    }

    private void WriteOrder()
    {
        if (_order is not { Items.Count: > 0 } order)
        {
            _order = null;
            return;
        }

        _order = null;
        var linesTotal = order.Items.Sum(item => item.Gross);
        var revenue = order.Money.Revenue(linesTotal);
        var shares = LineArithmetic.Spread(revenue, [.. order.Items.Select(item => item.Gross)], CurrencyCode.SmallestCoin(order.Currency));
        for (var at = 0; at < shares.Length; at++)
            WriteItem(order, at, shares[at], isContradiction: at == 0 && order.Money.Contradicts(linesTotal));
        Count(order);
        var refunded = order.Refunded > 0 ? order.Money.RefundOf(order.Refunded, revenue) : order.Status == "refunded" ? revenue : 0;
        if (refunded > 0)
            _refunds.Add(new PendingRefund(order.Items[0].Row, order.Id, order.Customer, order.Email, order.Currency, refunded));
    }

    private void WriteItem(ShopifyOrder order, int at, long amount, bool isContradiction)
    {
        var item = order.Items[at];
        Writer.Write(new StagedLine
        {
            Row = item.Row,
            Order = order.Id,
            Line = Encoding.UTF8.GetBytes((at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Customer = order.Customer,
            Email = order.Email,
            Name = order.CustomerName,
            Country = order.Country,
            Channel = order.Channel,
            Currency = order.Currency,
            Moment = order.Moment,
            Sku = item.Sku,
            Description = item.Description,
            Quantity = item.Quantity,
            UnitPrice = item.Price,
            Discount = item.Discount,
            Amount = amount,
            CancelledOn = order.CancelledOn,
            Contradiction = isContradiction,
        });
    }

    private void Count(ShopifyOrder order)
    {
        if (order.CancelledOn is not null)
            _voided++;
        else if (order.Status is "pending" or "authorized" or "partially_paid")
            _unpaid++;
        if (order.Money.IncludesTax)
            _taxInPrices++;
    }
}
