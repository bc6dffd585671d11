using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary>A result: a structure of ours, filled by the engine, which keeps its rows behind it.</summary>
internal sealed unsafe class ResultHandle : NativeHandle
{
    public ResultHandle() => SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)));

    /// <summary>The structure itself, for the functions that take it by value.</summary>
    public NativeResult Value => IsClosed ? throw new ObjectDisposedException(nameof(ResultHandle)) : *(NativeResult*)handle;

    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_result((NativeResult*)handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
