using System.Data.Common;

namespace Mainstay.Ledger.Engines;

/// <summary>
/// Runs <see cref="SqlFile"/>s on one open connection, cancellable, in the dialect of its engine. Every parameter a
/// file declares must be given. Table names come from the code, never from data.
/// </summary>
public sealed class SqlSession(DbConnection connection, CancellationToken cancellationToken)
{
    private readonly ILedgerEngine _engine = LedgerEngine.Of(connection);

    /// <summary>The connection, for questions that need no file.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>Keeps the rows of <paramref name="file"/> as temporary table <paramref name="table"/>.</summary>
    public void Materialize(string table, SqlFile file, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Materialize(table, file.For(_engine), parameters);

    /// <summary>Keeps the rows of a query as temporary table <paramref name="table"/>.</summary>
    public void Materialize(string table, string query, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Drop(table);
        Execute($"create temporary table {table} as\n{query}", parameters);
        _engine.Filled(Connection, table);
    }

    /// <summary>
    /// Keeps the rows of <paramref name="file"/>, which reads those of <paramref name="source"/> by the name
    /// <paramref name="read"/>: they need not be kept themselves.
    /// </summary>
    public void Materialize(
        string table, SqlFile file, string read, SqlFile source,
        params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Materialize(table, $"with {read} as (\n{source.For(_engine)}\n)\n{file.For(_engine)}", parameters);

    /// <summary>Makes an empty temporary table; its columns as <c>create table</c> takes them.</summary>
    public void Create(string table, string columns)
    {
        Drop(table);
        Execute($"create temporary table {table} ({columns})");
    }

    /// <summary>
    /// Fills a table in bulk by <paramref name="rows"/>, which appends values in the order of its columns.
    /// </summary>
    public void Fill(string table, Action<IBulkLoad> rows)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (var load = _engine.Load(Connection, table))
        {
            rows(load);
            load.Complete();
        }

        _engine.Filled(Connection, table);
    }

    /// <summary>Lets the planner know what a statement has filled a table with.</summary>
    public void Filled(string table) => _engine.Filled(Connection, table);

    /// <summary>Keeps rows of another engine as temporary table <paramref name="table"/>.</summary>
    public void Keep(string table, IColumnReader rows)
    {
        Create(table, string.Join(", ", Enumerable.Range(0, rows.ColumnCount)
            .Select(column => $"{rows.ColumnName(column)} {_engine.TypeName(rows.Kind(column))}")));
        _ = _engine.Load(Connection, table, rows);
        _engine.Filled(Connection, table);
    }

    /// <summary>Gives the rows of <paramref name="file"/> the name <paramref name="view"/>.</summary>
    public void Name(string view, SqlFile file) => Name(view, file.For(_engine));

    /// <summary>Gives the rows of a query the name <paramref name="view"/>; views over that name are forgotten.</summary>
    public void Name(string view, string query)
    {
        Execute($"drop view if exists {_engine.TemporarySchema}.{view} cascade");
        Execute($"create temporary view {view} as\n{query}");
    }

    /// <summary>Forgets temporary tables, and the views over them.</summary>
    public void Drop(params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables)
            Execute($"drop table if exists {_engine.TemporarySchema}.{table} cascade");
    }

    /// <summary>Runs a statement for its effect.</summary>
    public void Execute(SqlFile file, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Execute(file.For(_engine), parameters);

    /// <inheritdoc cref="Execute(SqlFile, ReadOnlySpan{ValueTuple{string, object}})"/>
    public void Execute(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(text, parameters);
        _ = Cancellable(command, static command => command.ExecuteNonQuery());
    }

    /// <summary>Reads rows one by one.</summary>
    public DbDataReader Read(SqlFile file, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(file.For(_engine), parameters);
        return Cancellable(command, static command => command.ExecuteReader());
    }

    /// <summary>Reads rows as columns, chunk by chunk.</summary>
    public IColumnReader ReadColumns(SqlFile file, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(file.For(_engine), parameters);
        return Cancellable(command, command => _engine.ReadColumns(command, cancellationToken));
    }

    /// <summary>The one value of a query; null where it is NULL or there is no row.</summary>
    public object? Scalar(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(text, parameters);
        return Cancellable(command, static command => command.ExecuteScalar()) is var value and not DBNull ? value : null;
    }

    /// <summary>Runs a command until the first of its answer is there; the token stops it on whatever engine.</summary>
    private T Cancellable<T>(DbCommand command, Func<DbCommand, T> run)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var cancellation = cancellationToken.Register(command.Cancel);
        try
        {
            return run(command);
        }
        catch (DbException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private DbCommand Command(string text, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = _engine.Statement(text);
        command.CommandTimeout = 0;
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
