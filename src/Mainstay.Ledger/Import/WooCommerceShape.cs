using System.Globalization;
using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>
/// WooCommerce orders as WebToffee's plugin exports them: one row per order, its lines packed into line_item_1 …
/// line_item_N. Each line's total is after discounts and without tax. Like WooCommerce's own reports, unpaid,
/// failed and cancelled orders do not count.
/// </summary>
internal sealed class WooCommerceShape : OrderShape
{
    private static readonly HashSet<string> NotCounted = new(
        ["pending", "failed", "cancelled", "canceled", "trash", "checkout-draft", "draft", "auto-draft"], StringComparer.Ordinal);

    private readonly WooCommerceColumns _at;
    private readonly PendingRefunds _refunds = new();
    private long _notCounted;
    private long _withoutLines;

    public WooCommerceShape(TableSource table) => _at = new WooCommerceColumns(table.Columns);

    /// <inheritdoc/>
    public override IReadOnlyList<int> DateColumns => [_at.Date];

    /// <inheritdoc/>
    public override IReadOnlyList<int> MoneyColumns =>
        [.. new[] { _at.All["order_total"], _at.All["order_subtotal"], _at.All["shipping_total"] }.Where(column => column >= 0)];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Mapping => _at.All.Mapping;

    /// <inheritdoc/>
    public override StagedColumns Columns(CellFormats formats) =>
        StagedColumns.Order | StagedColumns.Line | StagedColumns.Email | StagedColumns.Name | StagedColumns.Country | StagedColumns.Sku
        | StagedColumns.Description | StagedColumns.Quantity | StagedColumns.UnitPrice | StagedColumns.Amount | StagedColumns.Currency
        | StagedColumns.Cancelled | (formats.HasInstants ? StagedColumns.OrderedAt : StagedColumns.None);

    /// <inheritdoc/>
    public override void Read(TableReader row)
    {
        var id = Text(row, _at.Order);
        if (id.Length == 0)
        {
            Reject(row, "order_id", id, "the order's id");
            return;
        }

        if (!TryDate(row, _at.Date, "order_date", out var moment) || !TryTotals(row, out var money) || !TryItems(row, money, out var items))
            return;
        var status = Encoding.UTF8.GetString(Text(row, _at.Status)).ToLowerInvariant();
        status = status.StartsWith("wc-", StringComparison.Ordinal) ? status[3..] : status;
        var isCounted = !NotCounted.Contains(status);
        if (!isCounted)
            _notCounted++;
        var email = Lower(Text(row, _at.Email) is { Length: > 0 } billing ? billing : Text(row, _at.OtherEmail));
        var line = new StagedLine
        {
            Row = row.Row,
            Order = id,
            Customer = Customer(row, email),
            Email = email,
            Name = Name(row),
            Country = Text(row, _at.Country),
            Currency = CurrencyOf(Text(row, _at.Currency)),
            Moment = moment,
            CancelledOn = isCounted ? null : moment.Day,
        };
        var revenue = WriteItems(items, ref line);
        WriteRefunds(row, status, money, revenue, line);
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        _refunds.Write(Writer, "the export gives no date for it");
        Writer.Note(_notCounted, "1 order is unpaid, failed or cancelled and does not count.",
            "{0} orders are unpaid, failed or cancelled and do not count.");
        Writer.Note(_withoutLines, "1 order has no line items; its subtotal after discounts was taken.",
            "{0} orders have no line items; their subtotal after discounts was taken.");
    }

    private ReadOnlySpan<byte> Customer(TableReader row, byte[] email)
    {
        var id = Text(row, _at.CustomerId);
        if (id.Length > 0 && !id.SequenceEqual("0"u8))
            return id;
        return email.Length > 0 ? email : Phone(Text(row, _at.Phone));
    }

    private byte[] Name(TableReader row) => Encoding.UTF8.GetBytes(
        $"{Encoding.UTF8.GetString(Text(row, _at.FirstName))} {Encoding.UTF8.GetString(Text(row, _at.LastName))}".Trim());

    private bool TryTotals(TableReader row, out OrderMoney money)
    {
        money = new OrderMoney(null, null, null, null, null, 0);
        if (!TryMoney(row, _at.All["order_subtotal"], "order_subtotal", out var subtotal, out _)
            || !TryMoney(row, _at.All["shipping_total"], "shipping_total", out var shipping, out _)
            || !TryMoney(row, _at.All["tax_total"], "tax_total", out var taxes, out _)
            || !TryMoney(row, _at.All["order_total"], "order_total", out var total, out _)
            || !TryMoney(row, _at.All["discount_total", "cart_discount"], "discount_total", out var discount, out _))
            return false;
        money = new OrderMoney(subtotal, shipping, taxes, null, total, discount ?? 0);
        return true;
    }

    /// <summary>The order's lines; where they state no total of their own, the order's discount is spread over them.</summary>
    private bool TryItems(TableReader row, OrderMoney money, out IReadOnlyList<Item> items)
    {
        var read = new List<Item>();
        items = read;
        foreach (var column in _at.Items)
        {
            var cell = Text(row, column);
            if (cell.Length == 0)
                continue;
            var pack = KeyValuePack.Read(Encoding.UTF8.GetString(cell));
            if (!TryItem(pack, out var item))
            {
                Reject(row, _at.All.NameOf(column), cell, "name:…|sku:…|quantity:2|total:19.90");
                return false;
            }

            read.Add(item);
        }

        if (read.Count == 0)
        {
            _withoutLines++;
            read.Add(new Item("", "", null, Math.Max(0, (money.Subtotal ?? 0) - money.Discount), 0));
            return true;
        }

        if (read.TrueForAll(item => item.Total is null))
            items = Discounted(read, money);
        return true;
    }

    private static List<Item> Discounted(List<Item> items, OrderMoney money)
    {
        var weights = items.ConvertAll(item => item.Subtotal);
        var shares = LineArithmetic.Spread(Math.Max(0, weights.Sum() - money.Discount), weights, AmountText.Scale / 100);
        return [.. items.Select((item, at) => item with { Total = shares[at] })];
    }

    private bool TryItem(Dictionary<string, string> pack, out Item item)
    {
        item = new Item(
            pack.GetValueOrDefault("sku", "") is { Length: > 0 } sku ? sku : pack.GetValueOrDefault("product_id", ""),
            pack.GetValueOrDefault("name", ""), null, null, 0);
        if (!TryNumber(pack, "quantity", out var quantity) || !TryNumber(pack, "total", out var total)
            || !TryNumber(pack, "sub_total", out var subtotal) || !TryNumber(pack, "subtotal", out var otherSubtotal))
            return false;
        item = item with { Quantity = quantity, Total = total, Subtotal = subtotal ?? otherSubtotal ?? 0 };
        return total is not null || subtotal is not null || otherSubtotal is not null;
    }

    private bool TryNumber(Dictionary<string, string> pack, string key, out long? number)
    {
        number = null;
        if (!pack.TryGetValue(key, out var text) || text.Length == 0)
            return true;
        if (!AmountText.TryParse(Encoding.UTF8.GetBytes(text), Formats.DecimalComma, out var value, out _))
            return false;
        number = value;
        return true;
    }

    private long WriteItems(IReadOnlyList<Item> items, ref StagedLine line)
    {
        var revenue = 0L;
        for (var at = 0; at < items.Count; at++)
        {
            line.Line = Encoding.UTF8.GetBytes((at + 1).ToString(CultureInfo.InvariantCulture));
            line.Sku = Encoding.UTF8.GetBytes(items[at].Sku);
            line.Description = Encoding.UTF8.GetBytes(items[at].Name);
            line.Quantity = items[at].Quantity;
            line.Amount = Math.Max(0, items[at].Total ?? items[at].Subtotal);
            line.UnitPrice = line.Quantity > 0 ? LineArithmetic.Share(items[at].Subtotal, AmountText.Scale, line.Quantity.Value) : null;
            revenue += line.Amount;
            Writer.Write(line);
        }

        return revenue;
    }

    private void WriteRefunds(TableReader row, string status, OrderMoney money, long revenue, StagedLine line)
    {
        var left = revenue;
        var number = 0;
        foreach (var pack in KeyValuePack.ReadAll(Encoding.UTF8.GetString(Text(row, _at.Refunds))))
        {
            if (!TryNumber(pack, "amount", out var amount) || amount is null or 0)
                continue;
            var refund = Math.Min(left, money.RefundOf(Math.Abs(amount.Value), revenue));
            left -= refund;
            WriteRefund(pack, refund, ++number, line);
        }

        if (status == "refunded" && left > 0)
            _refunds.Add(new PendingRefund(line.Row, line.Order.ToArray(), line.Customer.ToArray(), line.Email.ToArray(), line.Currency, left));
    }

    private void WriteRefund(Dictionary<string, string> pack, long amount, int number, StagedLine line)
    {
        if (amount == 0)
            return;
        var date = pack.GetValueOrDefault("date") ?? pack.GetValueOrDefault("date_created") ?? pack.GetValueOrDefault("refund_date") ?? "";
        if (!DateText.TryParse(Encoding.UTF8.GetBytes(date), Formats.DateOrder, out var moment))
        {
            _refunds.Add(new PendingRefund(line.Row, line.Order.ToArray(), line.Customer.ToArray(), line.Email.ToArray(), line.Currency, amount));
            return;
        }

        line.Moment = Writer.Place(moment);
        line.Line = Encoding.UTF8.GetBytes($"refund {number.ToString(CultureInfo.InvariantCulture)}");
        line.Sku = default;
        line.Description = default;
        (line.Quantity, line.UnitPrice) = (null, null);
        (line.Amount, line.CancelledOn) = (-amount, null);
        Writer.Write(line);
    }

    /// <summary>One line of an order; the total is after discounts, the subtotal before.</summary>
    private sealed record Item(string Sku, string Name, long? Quantity, long? Total, long Subtotal);
}
