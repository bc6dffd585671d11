using Mainstay.DuckDb;

namespace Mainstay.Ledger.Engines;

/// <summary>
/// Runs <see cref="SqlFile"/>s on one open connection, cancellable. Every parameter a file declares must be given.
/// Table names come from the code, never from data.
/// </summary>
public sealed class SqlSession(DuckDbConnection connection, CancellationToken cancellationToken)
{
    /// <summary>The connection, for appenders and for questions that need no file.</summary>
    public DuckDbConnection Connection { get; } = connection;

    /// <summary>Keeps the rows of <paramref name="file"/> as temporary table <paramref name="table"/>.</summary>
    public void Materialize(string table, SqlFile file, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Execute($"create or replace temporary table {table} as\n{file.Text}", parameters);

    /// <summary>Gives the rows of <paramref name="file"/> the name <paramref name="view"/>.</summary>
    public void Name(string view, SqlFile file) => Execute($"create or replace temporary view {view} as\n{file.Text}");

    /// <summary>Forgets temporary tables.</summary>
    public void Drop(params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables)
            Execute($"drop table if exists temp.{table}");
    }

    /// <summary>Runs a statement for its effect.</summary>
    public void Execute(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = Command(text, parameters);
        _ = command.ExecuteNonQuery(cancellationToken);
    }

    /// <summary>Reads rows one by one.</summary>
    public DuckDbDataReader Read(SqlFile file, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = Command(file.Text, parameters);
        return command.ExecuteReader();
    }

    /// <summary>Reads rows as columns, chunk by chunk.</summary>
    public DuckDbColumnReader ReadColumns(SqlFile file, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = Command(file.Text, parameters);
        return command.ExecuteColumns(cancellationToken);
    }

    private DuckDbCommand Command(string text, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Connection.CreateCommand(text);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
