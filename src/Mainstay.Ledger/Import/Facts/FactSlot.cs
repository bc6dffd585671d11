namespace Mainstay.Ledger.Import.Facts;

/// <summary>Where in a fact a cell belongs: the columns of the table <c>facts</c>, and the names it is known by.</summary>
internal enum FactSlot
{
    /// <summary>The fact's own name in the file it comes from.</summary>
    Id,
    Customer,
    Email,

    /// <summary>The customer at the other end: who was referred.</summary>
    Other,
    Order,
    Name,
    Channel,
    Detail,
    Currency,
    Mark,
    Day,
    Until,
    Quantity,
    Minutes,
    Share,
    Amount,

    /// <summary>Amounts of a row that make a fact each.</summary>
    Fee,
    Delivery,
}
