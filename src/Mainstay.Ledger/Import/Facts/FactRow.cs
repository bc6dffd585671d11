namespace Mainstay.Ledger.Import.Facts;

/// <summary>One fact as understood, on its way into the staging table: text is UTF-8, empty text is null.</summary>
internal ref struct FactRow
{
    /// <summary>Row of the file.</summary>
    public long Row;

    /// <summary>What names the fact; empty: all it says does.</summary>
    public ReadOnlySpan<byte> Key;

    public ReadOnlySpan<byte> Id;
    public ReadOnlySpan<byte> Customer;
    public ReadOnlySpan<byte> Email;
    public ReadOnlySpan<byte> Other;
    public ReadOnlySpan<byte> Order;
    public ReadOnlySpan<byte> Name;
    public ReadOnlySpan<byte> Channel;
    public ReadOnlySpan<byte> Detail;
    public ReadOnlySpan<byte> Currency;
    public ReadOnlySpan<byte> Mark;

    /// <summary>Days since 1970.</summary>
    public int? Day;

    public int? Until;

    /// <summary>Ten-thousandths, as every amount here.</summary>
    public long? Quantity;

    public long? Minutes;
    public long? Amount;
    public long? Fee;
    public long? Delivery;

    /// <summary>Hundred-millionths.</summary>
    public long? Share;

    /// <summary>The text in a slot.</summary>
    public readonly ReadOnlySpan<byte> Text(FactSlot slot) => slot switch
    {
        FactSlot.Id => Id,
        FactSlot.Customer => Customer.Length > 0 ? Customer : Email,
        FactSlot.Other => Other,
        FactSlot.Order => Order,
        FactSlot.Name => Name,
        FactSlot.Channel => Channel,
        _ => default,
    };

    /// <summary>Puts text into a slot.</summary>
    public void Set(FactSlot slot, ReadOnlySpan<byte> text)
    {
        switch (slot)
        {
            case FactSlot.Id: Id = text; break;
            case FactSlot.Customer: Customer = text; break;
            case FactSlot.Email: Email = text; break;
            case FactSlot.Other: Other = text; break;
            case FactSlot.Order: Order = text; break;
            case FactSlot.Name: Name = text; break;
            case FactSlot.Channel: Channel = text; break;
            case FactSlot.Detail: Detail = text; break;
            case FactSlot.Currency: Currency = text; break;
            case FactSlot.Mark: Mark = text; break;
        }
    }

    /// <summary>Puts a number into a slot.</summary>
    public void Set(FactSlot slot, long? number)
    {
        switch (slot)
        {
            case FactSlot.Quantity: Quantity = number; break;
            case FactSlot.Minutes: Minutes = number; break;
            case FactSlot.Amount: Amount = number; break;
            case FactSlot.Fee: Fee = number; break;
            case FactSlot.Delivery: Delivery = number; break;
            case FactSlot.Share: Share = number; break;
        }
    }
}
