namespace Mainstay.DuckDb.Native;

/// <summary>A prepared statement.</summary>
internal sealed class StatementHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_prepare(ref handle);
        return true;
    }
}
