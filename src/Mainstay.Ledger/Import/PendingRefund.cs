namespace Mainstay.Ledger.Import;

/// <summary>A refund an export states without a date: it waits for the file's last day.</summary>
internal sealed record PendingRefund(long Row, byte[] Order, byte[] Customer, byte[] Email, string? Currency, long Amount);
