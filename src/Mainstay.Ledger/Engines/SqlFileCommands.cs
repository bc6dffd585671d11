using System.Data.Common;
using Dapper;

namespace Mainstay.Ledger.Engines;

/// <summary>Runs a <see cref="SqlFile"/> on a connection, with the properties of an object as its parameters.</summary>
public static class SqlFileCommands
{
    static SqlFileCommands()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public static Task<int> ExecuteAsync(
        this DbConnection connection, SqlFile file, object? arguments = null,
        CancellationToken cancellationToken = default) =>
        connection.ExecuteAsync(Command(connection, file, arguments, cancellationToken));

    /// <summary>As the other, for a statement too short for a file, in the marks of the common subset.</summary>
    public static Task<int> RunAsync(
        this DbConnection connection, string text, object? arguments = null,
        CancellationToken cancellationToken = default) =>
        connection.ExecuteAsync(Command(connection, text, arguments, cancellationToken));

    /// <summary>The one value of a query too short for a file.</summary>
    public static Task<T?> ScalarAsync<T>(
        this DbConnection connection, string text, object? arguments = null,
        CancellationToken cancellationToken = default) =>
        connection.ExecuteScalarAsync<T>(Command(connection, text, arguments, cancellationToken));

    /// <summary>Runs a query and reads all its rows; a column finds its property by name, underscores ignored.</summary>
    public static Task<IReadOnlyList<TRow>> QueryAsync<TRow>(
        this DbConnection connection, SqlFile file, object? arguments = null,
        CancellationToken cancellationToken = default) =>
        RowsAsync<TRow>(connection, file.For(LedgerEngine.Of(connection)), arguments, cancellationToken);

    /// <summary>As the other, for a query too short for a file.</summary>
    public static async Task<IReadOnlyList<TRow>> RowsAsync<TRow>(
        this DbConnection connection, string text, object? arguments = null,
        CancellationToken cancellationToken = default) =>
        (await connection.QueryAsync<TRow>(Command(connection, text, arguments, cancellationToken))).AsList();

    /// <summary>Runs a query that has exactly one row.</summary>
    public static Task<TRow> QuerySingleAsync<TRow>(
        this DbConnection connection, SqlFile file, object? arguments = null,
        CancellationToken cancellationToken = default) =>
        connection.QuerySingleAsync<TRow>(Command(connection, file, arguments, cancellationToken));

    private static CommandDefinition Command(
        DbConnection connection, SqlFile file, object? arguments, CancellationToken cancellationToken) =>
        new(file.For(LedgerEngine.Of(connection)), arguments, commandTimeout: 0, cancellationToken: cancellationToken);

    private static CommandDefinition Command(
        DbConnection connection, string text, object? arguments, CancellationToken cancellationToken) =>
        new(LedgerEngine.Of(connection).Statement(text), arguments, commandTimeout: 0, cancellationToken: cancellationToken);
}
