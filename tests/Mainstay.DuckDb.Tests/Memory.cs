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
}
