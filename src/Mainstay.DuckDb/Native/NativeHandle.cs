using System.Runtime.InteropServices;

namespace Mainstay.DuckDb.Native;

/// <summary>A pointer the engine gave us and wants back exactly once.</summary>
internal abstract class NativeHandle() : SafeHandle(invalidHandleValue: 0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;
}
