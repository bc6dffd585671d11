namespace Mainstay.DuckDb.Native;

/// <summary><c>duckdb_statement_type</c>, as far as it matters here: the statements that change rows.</summary>
internal enum NativeStatementType
{
    Insert = 2,
    Update = 3,
    Delete = 5,
    MergeInto = 30,
}
