using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Mainstay.DuckDb.Execution;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb;

/// <summary>
/// One or more statements with named parameters (<c>$name</c>). Execution runs on the caller's thread, also in the
/// Async methods, whose token interrupts it. Mutable, as ADO.NET has it.
/// </summary>
public sealed class DuckDbCommand : DbCommand
{
    private string _commandText = "";
    private StatementHandle? _prepared;
    private DuckDbConnection? _connection;
    private int _commandTimeout;

    public DuckDbCommand()
    {
    }

    public DuckDbCommand(string commandText, DuckDbConnection connection)
    {
        _commandText = commandText;
        Connection = connection;
    }

    [AllowNull]
    public override string CommandText
    {
        get => _commandText;
        set
        {
            Unprepare();
            _commandText = value ?? "";
        }
    }

    /// <summary>Seconds until the command is interrupted; 0, the default, is never: a long analysis is not a fault.</summary>
    public override int CommandTimeout
    {
        get => _commandTimeout;
        set => _commandTimeout = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected seconds from 0.");
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
                throw new NotSupportedException($"The engine runs {CommandType.Text}, not {value}.");
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    public new DuckDbConnection? Connection
    {
        get => _connection;
        set
        {
            Unprepare();
            _connection = value;
        }
    }

    public new DuckDbParameterCollection Parameters { get; } = new();

    protected override DbConnection? DbConnection
    {
        get => Connection;
        set => Connection = value switch
        {
            null => null,
            DuckDbConnection ours => ours,
            _ => throw new ArgumentException($"Expected a {nameof(DuckDbConnection)}, found {value.GetType().Name}.", nameof(value)),
        };
    }

    protected override DbParameterCollection DbParameterCollection => Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private DuckDbConnection Open => Connection ?? throw new InvalidOperationException("The command has no connection.");

    /// <summary>Interrupts the connection's running statement, from another thread.</summary>
    public override void Cancel() => Connection?.Handle.Interrupt();

    /// <summary>
    /// Prepares the text, one statement, once for all executions to come, until the text changes or the connection closes.
    /// For a small statement in a loop; a statement that reads files is better prepared each time, as files change.
    /// </summary>
    public override void Prepare()
    {
        Unprepare();
        _prepared = StatementBatch.PrepareSingle(Open.Handle, CommandText);
        Open.Prepared(_prepared);
    }

    /// <summary>Runs every statement and returns how many rows they changed together; -1 when none changes rows.</summary>
    public override int ExecuteNonQuery() => RunAll(CancellationToken.None);

    /// <summary>The same, interrupted when the token says so.</summary>
    public int ExecuteNonQuery(CancellationToken cancellationToken) => RunAll(cancellationToken);

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        AsTask(RunAll, cancellationToken);

    public override object? ExecuteScalar() => FirstValue(CancellationToken.None);

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        AsTask(FirstValue, cancellationToken);

    public new DuckDbDataReader ExecuteReader() => Read(CommandBehavior.Default, CancellationToken.None);

    public new DuckDbDataReader ExecuteReader(CommandBehavior behavior) => Read(behavior, CancellationToken.None);

    /// <summary>Runs one query and gives its rows column by column, chunk by chunk, as they are computed.</summary>
    public DuckDbColumnReader ExecuteColumns(CancellationToken cancellationToken = default)
    {
        var results = Run(ResultMode.Streaming, cancellationToken);
        results.SkipLast(1).ToList().ForEach(result => result.Dispose());
        return new DuckDbColumnReader(Open, results[^1], cancellationToken);
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Read(behavior, CancellationToken.None);

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        AsTask<DbDataReader>(token => Read(behavior, token), cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Unprepare();
        base.Dispose(disposing);
    }

    protected override DbParameter CreateDbParameter() => new DuckDbParameter();

    private DuckDbDataReader Read(CommandBehavior behavior, CancellationToken cancellationToken) =>
        new(Open, behavior.HasFlag(CommandBehavior.SchemaOnly) ? Describe() : Run(ResultMode.Streaming, cancellationToken),
            behavior, cancellationToken);

    /// <summary>The columns the statement would give, without running it.</summary>
    private List<ResultChunks> Describe()
    {
        using var statement = StatementBatch.PrepareSingle(Open.Handle, CommandText);
        return [new ResultChunks(Open.Handle, statement)];
    }

    private void Unprepare()
    {
        if (_prepared is null)
            return;
        _connection?.Forget(_prepared);
        _prepared.Dispose();
        _prepared = null;
    }

    private object? FirstValue(CancellationToken cancellationToken)
    {
        using var reader = Read(CommandBehavior.Default, cancellationToken);
        return reader.MoveNext(cancellationToken) ? reader.GetValue(0) : null;
    }

    private int RunAll(CancellationToken cancellationToken)
    {
        int? changed = null;
        foreach (var result in Run(ResultMode.Whole, cancellationToken))
        {
            using (result)
                changed = result.ChangedRows() is { } rows ? checked((changed ?? 0) + rows) : changed;
        }

        return changed ?? -1;
    }

    private List<ResultChunks> Run(ResultMode mode, CancellationToken cancellationToken)
    {
        var connection = Open;
        if (DbTransaction is not null && !ReferenceEquals(DbTransaction, connection.Transaction))
            throw new InvalidOperationException("The command's transaction has ended or belongs to another connection.");
        connection.MakeRoom();
        using var limit = CommandTimeout > 0 ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken) : null;
        limit?.CancelAfter(TimeSpan.FromSeconds(CommandTimeout));
        try
        {
            var token = limit?.Token ?? cancellationToken;
            var results = _prepared is { IsClosed: false }
                ? [StatementBatch.Run(connection.Handle, _prepared, Parameters, mode, token)]
                : StatementBatch.Run(connection.Handle, CommandText, Parameters, mode, token);
            if (mode == ResultMode.Streaming)
                connection.Stream(results[^1]);
            return results;
        }
        catch (OperationCanceledException stopped) when (limit is { IsCancellationRequested: true })
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"The command was stopped after its CommandTimeout of {CommandTimeout} s.", stopped);
        }
    }

    private static Task<T> AsTask<T>(Func<CancellationToken, T> run, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(run(cancellationToken));
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == cancellationToken && cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Task.FromException<T>(exception);
        }
    }
}
