namespace Mainstay.DuckDb.Native;

/// <summary>Settings a database is opened with.</summary>
internal sealed class ConfigHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_config(ref handle);
        return true;
    }
}
