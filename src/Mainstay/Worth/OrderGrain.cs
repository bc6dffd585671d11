namespace Mainstay.Worth;

/// <summary>How order lines make orders.</summary>
public enum OrderGrain
{
    /// <summary>Several lines may share an order.</summary>
    ManyLinesPerOrder,

    /// <summary>The file has no order id: each line is an order.</summary>
    LineIsOrder,
}
