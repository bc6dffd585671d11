using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Mainstay.DuckDb.Execution;

namespace Mainstay.DuckDb;

/// <summary>
/// One or more statements with named parameters (<c>$name</c>). Execution runs on the caller's thread, also in the
/// Async methods, whose token interrupts it. Mutable, as ADO.NET has it.
/// </summary>
public sealed class DuckDbCommand : DbCommand
{
    private string _commandText = "";
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
        set => _commandText = value ?? "";
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

    public new DuckDbConnection? Connection { get; set; }

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

    /// <summary>Checks that the text is one statement the engine accepts. Statements are prepared anew at each execution.</summary>
    public override void Prepare() => StatementBatch.PrepareSingle(Open.Handle, CommandText).Dispose();

    /// <summary>Runs every statement and returns how many rows they changed together.</summary>
    public override int ExecuteNonQuery() => RunAll(CancellationToken.None);

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

    protected override DbParameter CreateDbParameter() => new DuckDbParameter();

    private DuckDbDataReader Read(CommandBehavior behavior, CancellationToken cancellationToken) =>
        new(Open, Run(ResultMode.Streaming, cancellationToken), behavior, cancellationToken);

    private object? FirstValue(CancellationToken cancellationToken)
    {
        using var reader = Read(CommandBehavior.Default, cancellationToken);
        return reader.MoveNext(cancellationToken) ? reader.GetValue(0) : null;
    }

    private int RunAll(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var result in Run(ResultMode.Whole, cancellationToken))
        {
            using (result)
                changed = checked(changed + result.ChangedRows());
        }

        return changed;
    }

    private List<ResultChunks> Run(ResultMode mode, CancellationToken cancellationToken)
    {
        var connection = Open;
        if (DbTransaction is not null && !ReferenceEquals(DbTransaction, connection.Transaction))
            throw new InvalidOperationException("The command's transaction has ended or belongs to another connection.");
        connection.MakeRoom();
        var results = StatementBatch.Run(connection.Handle, CommandText, Parameters, mode, cancellationToken);
        if (mode == ResultMode.Streaming)
            connection.Stream(results[^1]);
        return results;
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
