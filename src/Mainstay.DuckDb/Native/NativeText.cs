using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary>Texts the engine hands out.</summary>
internal static class NativeText
{
    /// <summary>A text that stays the engine's.</summary>
    public static string Borrow(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    /// <summary>A text that became ours: read, then given back.</summary>
    public static string Take(nint text)
    {
        try
        {
            return Borrow(text);
        }
        finally
        {
            NativeMethods.duckdb_free(text);
        }
    }
}
