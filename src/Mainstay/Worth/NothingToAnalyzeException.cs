namespace Mainstay.Worth;

/// <summary>There is no order line and no as-of was asked for: nothing can be valued.</summary>
public sealed class NothingToAnalyzeException : Exception
{
    public NothingToAnalyzeException()
        : base("There are no orders yet, so there is nothing to value.")
    {
    }

    public NothingToAnalyzeException(string message)
        : base(message)
    {
    }

    public NothingToAnalyzeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
