using System.Globalization;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>A command's text, taken apart into statements, each prepared when its turn comes: it may need the one before.</summary>
internal static class StatementBatch
{
    /// <summary>
    /// Runs every statement and gives the results of each. All but the last are fetched whole; the last streams when
    /// <paramref name="mode"/> says so.
    /// </summary>
    public static List<ResultChunks> Run(
        ConnectionHandle connection, string text, DuckDbParameterCollection parameters, ResultMode mode,
        CancellationToken cancellationToken)
    {
        var results = new List<ResultChunks>();
        try
        {
            var count = NativeMethods.duckdb_extract_statements(connection, text, out var statements);
            using (statements)
            {
                if (count == 0)
                    throw NothingToRun(statements);
                for (var i = 0UL; i < count; i++)
                {
                    using var statement = Prepare(connection, statements, i);
                    var last = i == count - 1;
                    results.Add(Run(connection, statement, parameters, last ? mode : ResultMode.Whole, cancellationToken));
                }
            }

            return results;
        }
        catch
        {
            results.ForEach(result => result.Dispose());
            throw;
        }
    }

    /// <summary>Binds and runs one prepared statement.</summary>
    public static ResultChunks Run(
        ConnectionHandle connection, StatementHandle statement, DuckDbParameterCollection parameters, ResultMode mode,
        CancellationToken cancellationToken)
    {
        Bind(statement, parameters);
        return new ResultChunks(connection, StatementRun.Run(connection, statement, mode, cancellationToken));
    }

    /// <summary>Prepares the only statement of <paramref name="text"/>.</summary>
    public static StatementHandle PrepareSingle(ConnectionHandle connection, string text)
    {
        var count = NativeMethods.duckdb_extract_statements(connection, text, out var statements);
        using (statements)
        {
            return count switch
            {
                0 => throw NothingToRun(statements),
                1 => Prepare(connection, statements, 0),
                _ => throw new InvalidOperationException($"The text holds {count} statements; this needs exactly one."),
            };
        }
    }

    private static void Bind(StatementHandle statement, DuckDbParameterCollection parameters)
    {
        var count = NativeMethods.duckdb_nparams(statement);
        for (var i = 1UL; i <= count; i++)
        {
            var name = NativeText.Take(NativeMethods.duckdb_parameter_name(statement, i));
            using var value = ParameterValue.Create(Find(parameters, name).Value);
            if (NativeMethods.duckdb_bind_value(statement, i, value) != NativeState.Success)
                throw ErrorMessage.ToException(NativeMethods.duckdb_prepare_error(statement));
        }
    }

    /// <summary>By name; <c>?</c> and <c>$1</c> by position where no parameter bears the number as its name.</summary>
    private static DuckDbParameter Find(DuckDbParameterCollection parameters, string name)
    {
        if (parameters.Find(name) is { } named)
            return named;
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position <= parameters.Count)
            return parameters[position - 1];
        throw new InvalidOperationException(
            parameters.Count == 0
                ? $"The statement needs ${name}; the command has no parameters."
                : $"The statement needs ${name}; the command has only {string.Join(", ", parameters.Names)}.");
    }

    private static StatementHandle Prepare(ConnectionHandle connection, ExtractedStatementsHandle statements, ulong index)
    {
        if (NativeMethods.duckdb_prepare_extracted_statement(connection, statements, index, out var statement) == NativeState.Success)
            return statement;
        using (statement)
            throw ErrorMessage.ToException(NativeMethods.duckdb_prepare_error(statement));
    }

    private static Exception NothingToRun(ExtractedStatementsHandle statements)
    {
        var error = NativeMethods.duckdb_extract_statements_error(statements);
        return error == 0
            ? new InvalidOperationException("The command's text holds no statement.")
            : ErrorMessage.ToException(error);
    }
}
