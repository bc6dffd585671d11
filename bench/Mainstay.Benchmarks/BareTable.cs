using System.Diagnostics;
using Npgsql;

namespace Mainstay.Benchmarks;

/// <summary>What the rows of a table cost as bare binary COPY into empty tables.</summary>
/// <param name="Name">The table they were taken from.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Bytes">As binary COPY.</param>
/// <param name="Alike">Seconds into a table with the same indexes.</param>
/// <param name="Plain">Seconds into one without.</param>
internal sealed record BareTable(string Name, long Rows, long Bytes, double Alike, double Plain)
{
    public static BareTable Measure(NpgsqlConnection connection, string table)
    {
        using var bytes = new MemoryStream();
        using (var source = connection.BeginRawBinaryCopy($"copy {table} to stdout (format binary)"))
            source.CopyTo(bytes);
        using var count = new NpgsqlCommand($"select count(*) from {table}", connection);
        return new(
            table, (long)count.ExecuteScalar()!, bytes.Length, Seconds(connection, table, "including all", bytes),
            Seconds(connection, table, "", bytes));
    }

    private static double Seconds(NpgsqlConnection connection, string table, string including, MemoryStream bytes)
    {
        using (var create = new NpgsqlCommand($"create table bare (like {table} {including})", connection))
            create.ExecuteNonQuery();
        bytes.Position = 0;
        var watch = Stopwatch.StartNew();
        using (var copy = connection.BeginRawBinaryCopy("copy bare from stdin (format binary)"))
            bytes.CopyTo(copy, 1 << 16);
        var seconds = watch.Elapsed.TotalSeconds;
        using (var drop = new NpgsqlCommand("drop table bare", connection))
            drop.ExecuteNonQuery();
        return seconds;
    }
}
