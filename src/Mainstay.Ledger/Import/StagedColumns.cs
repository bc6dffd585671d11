namespace Mainstay.Ledger.Import;

/// <summary>Columns a file fills; the others are not stored at all and read as null.</summary>
[Flags]
internal enum StagedColumns
{
    None = 0,
    Order = 1 << 0,
    Line = 1 << 1,
    Email = 1 << 2,
    Name = 1 << 3,
    Country = 1 << 4,
    OrderedAt = 1 << 5,
    Sku = 1 << 6,
    Description = 1 << 7,
    Quantity = 1 << 8,
    UnitPrice = 1 << 9,
    Discount = 1 << 10,
    Amount = 1 << 11,
    Cost = 1 << 12,
    Currency = 1 << 13,
    Channel = 1 << 14,
    Member = 1 << 15,
    Cancelled = 1 << 16,
    Contradiction = 1 << 17,
    File = 1 << 18,
}
