using System.Data.Common;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb;

/// <summary>The engine refused or failed; <see cref="Exception.Message"/> is the engine's own, cut to a sane length.</summary>
public sealed class DuckDbException : DbException
{
    public DuckDbException(string message)
        : this(message, ErrorMessage.TypeOf(message))
    {
    }

    public DuckDbException(string message, DuckDbErrorType errorType)
        : base(ErrorMessage.Cut(message)) => ErrorType = errorType;

    public DuckDbException(string message, Exception innerException)
        : base(ErrorMessage.Cut(message), innerException) => ErrorType = ErrorMessage.TypeOf(message);

    public DuckDbException()
    {
    }

    /// <summary>The engine's class of error.</summary>
    public DuckDbErrorType ErrorType { get; }

    /// <summary>Whether another process holds the database file: only one can, even to read.</summary>
    public bool IsLocked =>
        ErrorType == DuckDbErrorType.IO
        && (Message.Contains("Could not set lock on file", StringComparison.Ordinal)
            || Message.Contains("used by another process", StringComparison.Ordinal));

    /// <summary>Whether the statement was stopped by an interrupt.</summary>
    internal bool IsInterrupt => ErrorType == DuckDbErrorType.Interrupt;
}
