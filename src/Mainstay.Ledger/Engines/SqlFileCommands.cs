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
        this DbConnection connection, SqlFile file, object? arguments = null, CancellationToken cancellationToken = default) =>
        connection.ExecuteAsync(Command(file, arguments, cancellationToken));

    /// <summary>Runs a query and reads all its rows; a column finds its property by name, underscores ignored.</summary>
    public static async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(
        this DbConnection connection, SqlFile file, object? arguments = null, CancellationToken cancellationToken = default) =>
        (await connection.QueryAsync<TRow>(Command(file, arguments, cancellationToken))).AsList();

    /// <summary>Runs a query that has exactly one row.</summary>
    public static Task<TRow> QuerySingleAsync<TRow>(
        this DbConnection connection, SqlFile file, object? arguments = null, CancellationToken cancellationToken = default) =>
        connection.QuerySingleAsync<TRow>(Command(file, arguments, cancellationToken));

    private static CommandDefinition Command(SqlFile file, object? arguments, CancellationToken cancellationToken) =>
        new(file.Text, arguments, cancellationToken: cancellationToken);
}
