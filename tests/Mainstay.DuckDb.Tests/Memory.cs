namespace Mainstay.DuckDb.Tests;

/// <summary>Databases in memory, each test its own.</summary>
internal static class Memory
{
    public static DuckDbConnection Open()
    {
        var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    public static int Execute(this DuckDbConnection connection, string sql)
    {
        using var command = connection.CreateCommand(sql);
        return command.ExecuteNonQuery();
    }

    public static long Count(this DuckDbConnection connection, string table)
    {
        using var command = connection.CreateCommand($"select count(*) from {table}");
        return (long)command.ExecuteScalar()!;
    }
}
