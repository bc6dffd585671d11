namespace Mainstay.DuckDb.Execution;

/// <summary>How rows arrive.</summary>
internal enum ResultMode
{
    /// <summary>All of them before the first is read.</summary>
    Whole,

    /// <summary>As they are read, with the statement running behind.</summary>
    Streaming,
}
