namespace Mainstay.DuckDb.Native;

/// <summary>An open database; closing the last one checkpoints the file and releases its lock.</summary>
internal sealed class DatabaseHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_close(ref handle);
        return true;
    }
}
