using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>How the rows of one kind of file become staged lines. Mutable while reading: an order may span rows.</summary>
internal abstract class OrderShape
{
    private CellFormats? _formats;
    private StagedFileWriter? _writer;

    /// <summary>Columns that hold dates, the order's own first.</summary>
    public abstract IReadOnlyList<int> DateColumns { get; }

    /// <summary>Columns that hold money, by which the decimal mark is told.</summary>
    public abstract IReadOnlyList<int> MoneyColumns { get; }

    /// <summary>Field name to column name.</summary>
    public abstract IReadOnlyDictionary<string, string> Mapping { get; }

    /// <summary>Whether rows say how much was paid, and which order they belong to.</summary>
    public virtual bool HasAmounts => true;

    /// <inheritdoc cref="HasAmounts"/>
    public virtual bool HasOrderIds => true;

    protected CellFormats Formats => _formats!;

    protected StagedFileWriter Writer => _writer!;

    /// <summary>The shape of a kind of file.</summary>
    public static OrderShape Of(OrderFileKind kind, TableSource table, ReadOptions options) => kind switch
    {
        OrderFileKind.ShopifyOrders => new ShopifyShape(table),
        OrderFileKind.WooCommerceOrders => new WooCommerceShape(table),
        OrderFileKind.StripePayments => new StripeShape(table),
        _ => new OrderLogShape(ColumnMapping.Of(table, options), options, kind),
    };

    /// <summary>Columns this shape fills, once the formats are known.</summary>
    public abstract StagedColumns Columns(CellFormats formats);

    /// <summary>Gets ready for the first row.</summary>
    public void Begin(CellFormats formats, StagedFileWriter writer) => (_formats, _writer) = (formats, writer);

    /// <summary>Takes one row that is whole and not blank.</summary>
    public abstract void Read(TableReader row);

    /// <summary>Takes note that there are no more rows.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>The date in a cell, placed in the business's time zone; rejects the row when there is none.</summary>
    protected bool TryDate(TableReader row, int column, string name, out Moment moment)
    {
        var cell = Cell.Trim(row[column]);
        if (DateText.TryParse(cell, Formats.DateOrder, out moment))
        {
            moment = Writer.Place(moment);
            return true;
        }

        Reject(row, name, cell, "a date such as 2024-04-25");
        return false;
    }

    /// <summary>The amount in a cell, null when it is blank; rejects the row when it is no number.</summary>
    protected bool TryMoney(TableReader row, int column, string name, out long? amount, out string? currency)
    {
        amount = null;
        currency = null;
        if (column < 0)
            return true;
        var cell = Cell.Trim(row[column]);
        if (Cell.IsBlank(cell))
            return true;
        if (AmountText.TryParse(cell, Formats.DecimalComma, out var value, out currency))
        {
            amount = value;
            return true;
        }

        var other = AmountText.TryParse(cell, !Formats.DecimalComma, out _, out _);
        Reject(row, name, cell, other ? $"a number; set --decimal-comma {(Formats.DecimalComma ? "no" : "yes")}" : "a number");
        return false;
    }

    /// <summary>The text of a cell; empty when it is blank or there is no such column.</summary>
    protected static ReadOnlySpan<byte> Text(TableReader row, int column)
    {
        if (column < 0)
            return default;
        var cell = Cell.Trim(row[column]);
        return Cell.IsBlank(cell) ? default : cell;
    }

    protected void Reject(TableReader row, string column, ReadOnlySpan<byte> found, string expected) =>
        Writer.Reject(row.Row, Reason(column, found, expected), row.Original);

    /// <summary>Column, what was found, what was expected.</summary>
    internal static string Reason(string column, ReadOnlySpan<byte> found, string expected)
    {
        const int Longest = 60;
        if (found.Length == 0)
            return $"column \"{column}\" is empty; expected {expected}";
        var text = Encoding.UTF8.GetString(found[..Math.Min(found.Length, Longest * 2)]);
        return $"column \"{column}\": found \"{(text.Length > Longest ? text[..Longest] + "…" : text)}\"; expected {expected}";
    }

    /// <summary>Lower-cased, for an email is the same address in any case.</summary>
    internal static byte[] Lower(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text) && text.IndexOfAnyInRange((byte)'A', (byte)'Z') < 0
            ? text.ToArray()
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToLowerInvariant());

    /// <summary>A telephone number without the spaces and marks people put into it.</summary>
    protected static byte[] Phone(ReadOnlySpan<byte> text)
    {
        var kept = new byte[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter is >= (byte)'0' and <= (byte)'9' || letter == '+' && length == 0)
                kept[length++] = letter;
        }

        return length > 5 ? kept[..length] : [];
    }

    /// <summary>The ISO code in a cell, else its text in capitals so that it is refused by name rather than lost.</summary>
    internal static string? CurrencyOf(ReadOnlySpan<byte> cell)
    {
        if (cell.Length == 0)
            return null;
        var text = Encoding.UTF8.GetString(cell).Trim();
        string? code = null;
        return CurrencyCode.TryReadBeside(text, ref code) && code is not null ? code : text.ToUpperInvariant();
    }
}
