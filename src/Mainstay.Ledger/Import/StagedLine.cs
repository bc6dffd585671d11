namespace Mainstay.Ledger.Import;

/// <summary>One row as understood, on its way into the staging table: text is UTF-8, empty text is null.</summary>
internal ref struct StagedLine
{
    /// <summary>Row of the file.</summary>
    public long Row;

    /// <summary>Customer key; empty is unassigned.</summary>
    public ReadOnlySpan<byte> Customer;

    public ReadOnlySpan<byte> Order;
    public ReadOnlySpan<byte> Line;
    public ReadOnlySpan<byte> Email;
    public ReadOnlySpan<byte> Name;
    public ReadOnlySpan<byte> Country;
    public ReadOnlySpan<byte> Sku;
    public ReadOnlySpan<byte> Description;
    public ReadOnlySpan<byte> Channel;
    public ReadOnlySpan<byte> Member;

    /// <summary>ISO code the row names.</summary>
    public string? Currency;

    /// <summary>The same in UTF-8.</summary>
    public readonly ReadOnlySpan<byte> CurrencyText => Currency is null ? default : CurrencyCode.Utf8(Currency);

    /// <summary>Calendar day in the business's zone, as days since 1970; the instant behind it where the file gives one.</summary>
    public Moment Moment;

    /// <summary>Ten-thousandths, as every amount and quantity here.</summary>
    public long? Quantity;

    public long? UnitPrice;
    public long? Discount;

    /// <summary>Line net revenue with its sign.</summary>
    public long Amount;

    public long? Cost;

    /// <summary>Day the order was cancelled, as days since 1970.</summary>
    public int? CancelledOn;

    /// <summary>True when amount and quantity × unit price disagree.</summary>
    public bool Contradiction;
}
