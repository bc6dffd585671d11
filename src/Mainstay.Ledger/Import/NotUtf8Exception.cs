namespace Mainstay.Ledger.Import;

/// <summary>A file that seemed UTF-8 by its first megabyte is not: it is read again as Windows-1252.</summary>
internal sealed class NotUtf8Exception : IOException
{
    /// <summary>Says so.</summary>
    public NotUtf8Exception() : base("The file is not UTF-8 throughout.")
    {
    }
}
