namespace Mainstay.Worth;

/// <summary>The customers do not add up to the ledger: a bug, and no report is written.</summary>
public sealed class ReconciliationException : Exception
{
    public ReconciliationException(string message)
        : base(message)
    {
    }

    public ReconciliationException()
    {
    }

    public ReconciliationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
