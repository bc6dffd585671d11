namespace Mainstay.Ledger.Import;

/// <summary>What a column of an order log can mean.</summary>
internal enum OrderField
{
    Customer,
    Date,
    Amount,
    Order,
    Line,
    Sku,
    Description,
    Quantity,
    UnitPrice,
    Discount,
    Cost,
    UnitCost,
    Currency,
    Channel,
    Email,
    Phone,
    Name,
    Country,
    Member,
    Status,
    CancelledOn,
}
