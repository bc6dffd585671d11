using System.Reflection;
using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary>
/// The engine's C interface, one method per function under its own name; one file per chapter of the C header.
/// Pointers a caller must free are owned by SafeHandles; the vector functions, called once per column and chunk,
/// take raw pointers that live as long as their chunk.
/// </summary>
internal static partial class NativeMethods
{
    private const string Library = "duckdb";

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    [LibraryImport(Library)]
    internal static partial nint duckdb_library_version();

    [LibraryImport(Library)]
    internal static partial void duckdb_free(nint pointer);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_vector_size();

    /// <summary>The build copies the library beside the program; elsewhere is only a fallback.</summary>
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Library)
            return 0;
        var file = OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";
        if (NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, file), out var library)
            || NativeLibrary.TryLoad(file, assembly, searchPath, out library))
            return library;
        throw new DllNotFoundException(
            $"{file}, the embedded engine, is not in {AppContext.BaseDirectory}. Run 'npm ci' at the project's root and build again.");
    }
}
