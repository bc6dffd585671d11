using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>What a statement does.</summary>
internal static class StatementKind
{
    public static bool ChangesRows(this NativeStatementType type) => type
        is NativeStatementType.Insert or NativeStatementType.Update or NativeStatementType.Delete or NativeStatementType.MergeInto;
}
