namespace Mainstay.DuckDb.Native;

/// <summary>A statement planned and ready to run.</summary>
internal sealed class PendingHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_pending(ref handle);
        return true;
    }
}
