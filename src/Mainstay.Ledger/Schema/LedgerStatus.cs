namespace Mainstay.Ledger.Schema;

/// <summary>How much the ledger holds.</summary>
public sealed record LedgerStatus
{
    /// <summary>Raised by every change.</summary>
    public required long LedgerVersion { get; init; }

    /// <summary>Imports that count.</summary>
    public required long Imports { get; init; }

    /// <summary>Imports taken back.</summary>
    public required long UndoneImports { get; init; }

    /// <summary>Customers known.</summary>
    public required long Customers { get; init; }

    /// <summary>Live orders, cancelled ones included.</summary>
    public required long Orders { get; init; }

    /// <summary>Live order lines.</summary>
    public required long OrderLines { get; init; }

    /// <summary>Live orders without a usable customer key.</summary>
    public required long UnassignedOrders { get; init; }

    /// <summary>Live refunds.</summary>
    public required long Refunds { get; init; }

    /// <summary>Refunds, or parts of them, that no order could be found for.</summary>
    public required long UnlinkedRefunds { get; init; }

    /// <summary>Live facts beside orders: activities, costs, payments and the like.</summary>
    public required long Facts { get; init; }

    /// <summary>First day with an order.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Last day with an order.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Day of the last import that counts, as an instant.</summary>
    public DateTimeOffset? LastImportAt { get; init; }
}
