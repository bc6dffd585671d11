namespace Mainstay.Ledger.Import.Commit;

/// <summary>What the rows of a file would do to the ledger.</summary>
internal sealed record IncomingCount(
    long Created, long Updated, long Skipped, long Refunds, long Orders, long Facts, long Customers, long NewPeople,
    string? NewPerson, DateOnly? FirstDay, DateOnly? LastDay);
