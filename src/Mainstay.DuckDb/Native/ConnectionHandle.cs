namespace Mainstay.DuckDb.Native;

/// <summary>A connection: one transaction at a time.</summary>
internal sealed class ConnectionHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_disconnect(ref handle);
        return true;
    }
}
