namespace Mainstay.DuckDb.Native;

/// <summary>The table of databases this process has open, by path.</summary>
internal sealed class InstanceCacheHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_instance_cache(ref handle);
        return true;
    }
}
