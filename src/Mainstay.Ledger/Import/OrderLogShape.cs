using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Any order log, and invoice lines with credit notes: one row per order, or per line of one. An amount is the line's
/// total; without one, quantity × unit price is. A negative amount is a refund.
/// </summary>
internal sealed class OrderLogShape : OrderShape
{
    private readonly ColumnMapping _map;
    private readonly ReadOptions _options;
    private readonly bool _hasCreditNotes;
    private readonly Dictionary<string, string?> _currencies = new(StringComparer.Ordinal);
    private readonly int _customer;
    private readonly int _date;
    private readonly int _amount;
    private readonly bool _isPlain;
    private long _stockMoves;
    private long _adjustments;
    private long _cancelled;
    private long _credits;

    public OrderLogShape(ColumnMapping map, ReadOptions options, OrderFileKind kind)
    {
        (_map, _options) = (map, options);
        _hasCreditNotes = kind == OrderFileKind.InvoiceLines && map.Has(OrderField.Order);
        (_customer, _date, _amount) = (map[OrderField.Customer], map[OrderField.Date], map[OrderField.Amount]);
        _isPlain = map.Named.Count == (_amount >= 0 ? 3 : 2) && _customer >= 0 && options.Currency is null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> DateColumns => Present(OrderField.Date, OrderField.CancelledOn);

    /// <inheritdoc/>
    public override IReadOnlyList<int> MoneyColumns =>
        Present(OrderField.Amount, OrderField.UnitPrice, OrderField.Discount, OrderField.Cost, OrderField.UnitCost);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Mapping => _map.Named;

    /// <inheritdoc/>
    public override bool HasAmounts => _map.Has(OrderField.Amount) || _map.Has(OrderField.UnitPrice);

    /// <inheritdoc/>
    public override bool HasOrderIds => _map.Has(OrderField.Order);

    /// <inheritdoc/>
    public override StagedColumns Columns(CellFormats formats)
    {
        var columns = HasAmounts ? StagedColumns.Amount : StagedColumns.None;
        foreach (var (field, column) in OneToOne)
            columns |= _map.Has(field) ? column : StagedColumns.None;
        if (_map.Has(OrderField.Status))
            columns |= StagedColumns.Cancelled;
        if (_map.Has(OrderField.Date))
            columns |= StagedColumns.OrderedAt & (formats.HasInstants ? ~StagedColumns.None : StagedColumns.None);
        if (formats.NamesCurrency || _options.Currency is not null)
            columns |= StagedColumns.Currency;
        if (_map.Has(OrderField.UnitCost))
            columns |= StagedColumns.Cost;
        if (_map.Has(OrderField.Amount) && _map.Has(OrderField.UnitPrice))
            columns |= StagedColumns.Contradiction;
        return columns;
    }

    private static (OrderField Field, StagedColumns Column)[] OneToOne =>
    [
        (OrderField.Order, StagedColumns.Order), (OrderField.Line, StagedColumns.Line), (OrderField.Email, StagedColumns.Email),
        (OrderField.Name, StagedColumns.Name), (OrderField.Country, StagedColumns.Country), (OrderField.Sku, StagedColumns.Sku),
        (OrderField.Description, StagedColumns.Description), (OrderField.Quantity, StagedColumns.Quantity),
        (OrderField.UnitPrice, StagedColumns.UnitPrice), (OrderField.Discount, StagedColumns.Discount),
        (OrderField.Cost, StagedColumns.Cost), (OrderField.Currency, StagedColumns.Currency),
        (OrderField.Channel, StagedColumns.Channel), (OrderField.Member, StagedColumns.Member),
        (OrderField.CancelledOn, StagedColumns.Cancelled),
    ];

    /// <inheritdoc/>
    public override void Read(TableReader row)
    {
        var line = new StagedLine { Row = row.Row };
        if (!TryDate(row, _date, _map.NameOf(OrderField.Date), out line.Moment))
            return;
        line.Customer = Text(row, _customer);
        if (_isPlain)
        {
            if (TryPlainAmount(row, ref line))
                Writer.Write(line);
            return;
        }

        ReadText(row, ref line);
        ReadOnlySpan<byte> email = _map.Has(OrderField.Email) ? Lower(Text(row, _map[OrderField.Email])) : default;
        line.Email = email;
        if (line.Customer.Length == 0)
            line.Customer = email;
        ReadOnlySpan<byte> phone = line.Customer.Length == 0 && _map.Has(OrderField.Phone) ? Phone(Text(row, _map[OrderField.Phone])) : default;
        if (line.Customer.Length == 0)
            line.Customer = phone;
        if (TryAmounts(row, ref line) && TryStatus(row, ref line) && !IsNoSale(line))
            Writer.Write(line);
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        if (!HasAmounts)
            Writer.Notes.Add("No column says how much was paid: revenue is 0 throughout, and spend cannot be modelled.");
        Writer.Note(_credits, "1 line of a credit note with a positive amount was taken as a credit.",
            "{0} lines of credit notes with a positive amount were taken as credits.");
        Writer.Note(_stockMoves, "1 stock movement (a negative quantity at no price) was left out: it is no sale.",
            "{0} stock movements (a negative quantity at no price) were left out: they are no sales.");
        Writer.Note(_adjustments, "1 bookkeeping adjustment without a customer was left out: it is no sale.",
            "{0} bookkeeping adjustments without a customer were left out: they are no sales.");
        Writer.Note(_cancelled, "1 row is of a cancelled order and does not count.", "{0} rows are of cancelled orders and do not count.");
    }

    private bool TryPlainAmount(TableReader row, ref StagedLine line)
    {
        if (_amount < 0)
            return true;
        if (!TryMoney(row, _amount, _map.NameOf(OrderField.Amount), out var amount, out line.Currency))
            return false;
        line.Amount = amount ?? 0;
        if (amount is null)
            Reject(row, _map.NameOf(OrderField.Amount), default, "a number");
        return amount is not null;
    }

    private void ReadText(TableReader row, ref StagedLine line)
    {
        line.Order = Text(row, _map[OrderField.Order]);
        line.Line = Text(row, _map[OrderField.Line]);
        line.Name = Text(row, _map[OrderField.Name]);
        line.Country = Text(row, _map[OrderField.Country]);
        line.Sku = Text(row, _map[OrderField.Sku]);
        line.Description = Text(row, _map[OrderField.Description]);
        line.Channel = Text(row, _map[OrderField.Channel]);
        line.Member = Membership(Text(row, _map[OrderField.Member]));
        line.Currency = KnownCurrency(Text(row, _map[OrderField.Currency])) ?? _options.Currency;
    }

    private bool TryAmounts(TableReader row, ref StagedLine line)
    {
        if (!TryNumber(row, OrderField.Amount, out var amount, out var written)
            || !TryNumber(row, OrderField.Quantity, out line.Quantity, out _)
            || !TryNumber(row, OrderField.UnitPrice, out line.UnitPrice, out var writtenPrice)
            || !TryNumber(row, OrderField.Discount, out line.Discount, out _)
            || !TryNumber(row, OrderField.Cost, out line.Cost, out _)
            || !TryNumber(row, OrderField.UnitCost, out var unitCost, out _))
            return false;
        line.Currency ??= written ?? writtenPrice;
        var product = line.UnitPrice is { } price ? LineArithmetic.Product(line.Quantity ?? AmountText.Scale, price) : null;
        if (amount is null && product is null && HasAmounts)
        {
            var field = _map.Has(OrderField.Amount) ? OrderField.Amount : OrderField.UnitPrice;
            Reject(row, _map.NameOf(field), default, "a number");
            return false;
        }

        line.Amount = amount ?? (product ?? 0) - (line.Discount ?? 0);
        line.Contradiction = amount is { } stated && product is { } computed && Disagree(stated, computed, line);
        line.Cost ??= unitCost is { } each ? LineArithmetic.Product(Math.Abs(line.Quantity ?? AmountText.Scale), each) : null;
        return true;
    }

    private bool TryStatus(TableReader row, ref StagedLine line)
    {
        if (line.Amount < 0 && line.Cost < 0)
            line.Cost = -line.Cost;
        if (_hasCreditNotes && line.Amount > 0 && IsCreditNote(line.Order))
        {
            line.Amount = -line.Amount;
            _credits++;
        }

        var cell = Text(row, _map[OrderField.CancelledOn]);
        if (cell.Length > 0)
        {
            if (!TryDate(row, _map[OrderField.CancelledOn], _map.NameOf(OrderField.CancelledOn), out var moment))
                return false;
            line.CancelledOn = moment.Day;
        }
        else if (_map.Has(OrderField.Status) && OrderStatus.IsVoid(Text(row, _map[OrderField.Status])))
            line.CancelledOn = line.Moment.Day;
        if (line.CancelledOn is not null)
            _cancelled++;
        return true;
    }

    /// <summary>Stock movements and bad-debt bookings that invoice exports carry among the sales.</summary>
    private bool IsNoSale(in StagedLine line)
    {
        var isStockMove = line.Amount == 0 && line.Quantity < 0;
        var isAdjustment = _hasCreditNotes && line.Customer.Length == 0 && Starts(line.Description, "adjust"u8);
        if (isStockMove)
            _stockMoves++;
        else if (isAdjustment)
            _adjustments++;
        else
            return false;
        Writer.LeaveOut();
        return true;
    }

    private bool TryNumber(TableReader row, OrderField field, out long? number, out string? currency) =>
        TryMoney(row, _map[field], _map.Has(field) ? _map.NameOf(field) : "", out number, out currency);

    /// <summary>Apart by more than the rounding of the unit price can explain, with and without the discount.</summary>
    private static bool Disagree(long stated, long computed, in StagedLine line)
    {
        var tolerance = Math.Max(100, Math.Abs(line.Quantity ?? AmountText.Scale) / 200);
        return Math.Abs(Math.Abs(stated) - Math.Abs(computed)) > tolerance
            && Math.Abs(stated - (computed - (line.Discount ?? 0))) > tolerance;
    }

    private static bool IsCreditNote(ReadOnlySpan<byte> order) =>
        order.Length > 1 && order[0] is (byte)'C' or (byte)'c' && DateText.LeadingDigits(order[1..]) == order.Length - 1;

    private static bool Starts(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && Cell.Is(text[..word.Length], word);

    /// <summary>Yes and no in the usual words; any other text names the programme.</summary>
    private static ReadOnlySpan<byte> Membership(ReadOnlySpan<byte> text)
    {
        if (Cell.Is(text, "yes"u8) || Cell.Is(text, "true"u8) || Cell.Is(text, "1"u8) || Cell.Is(text, "y"u8) || Cell.Is(text, "on"u8)
            || Cell.Is(text, "ja"u8) || Cell.Is(text, "oui"u8) || Cell.Is(text, "si"u8) || text.SequenceEqual("sí"u8) || text.SequenceEqual("sì"u8))
            return "member"u8;
        return Cell.Is(text, "no"u8) || Cell.Is(text, "false"u8) || Cell.Is(text, "0"u8) || Cell.Is(text, "n"u8) || Cell.Is(text, "off"u8)
            || Cell.Is(text, "nein"u8) || Cell.Is(text, "non"u8) || Cell.Is(text, "nee"u8) ? default : text;
    }

    /// <summary>Each spelling is looked up once.</summary>
    private string? KnownCurrency(ReadOnlySpan<byte> cell)
    {
        if (cell.Length == 0)
            return null;
        var spelling = Encoding.UTF8.GetString(cell);
        if (!_currencies.TryGetValue(spelling, out var code))
            _currencies.Add(spelling, code = CurrencyOf(cell));
        return code;
    }

    private int[] Present(params OrderField[] fields) => [.. fields.Where(_map.Has).Select(field => _map[field])];
}
