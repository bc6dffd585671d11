namespace Mainstay.DuckDb.Tests;

/// <summary>Alone in the process while it runs, for it measures the process.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
[Collection(nameof(LeakTests))]
public class LeakTests
{
    private const int MegaByte = 1 << 20;

    [Fact]
    public void A_hundred_thousand_queries_leave_nothing_behind()
    {
        using var connection = Memory.Open();
        using var command = connection.CreateCommand("select cast($i as integer) + 1, 'a text longer than twelve bytes'");
        var parameter = command.Parameters.Add("i", 0);
        command.Prepare(); // the loop is to test results, not the planner
        void Query(int i)
        {
            parameter.Value = i;
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
            Assert.Equal(i + 1, reader.GetInt32(0));
        }

        for (var i = 0; i < 10_000; i++) // pools and caches fill
            Query(i);
        var (managed, resident) = Memories();
        for (var i = 0; i < 100_000; i++)
            Query(i);
        var (managedAfter, residentAfter) = Memories();

        // 16 bytes a query would already show.
        Assert.InRange(managedAfter - managed, long.MinValue, MegaByte);
        Assert.InRange(residentAfter - resident, long.MinValue, 24 * MegaByte);
    }

    [Fact]
    public void Results_and_connections_forgotten_open_are_collected()
    {
        using var connection = Memory.Open();
        Forget(connection, 200);
        var (_, resident) = Memories();
        Forget(connection, 2_000);
        var (_, residentAfter) = Memories();

        Assert.Equal(1, connection.CreateCommand("select 1").ExecuteScalar());
        Assert.InRange(residentAfter - resident, long.MinValue, 100 * MegaByte); // one result holds 160 kB
    }

    private static void Forget(DuckDbConnection connection, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var reader = connection.CreateCommand("select i from range(20_000) t(i)").ExecuteReader();
            Assert.True(reader.Read());
            if (i % 100 == 0)
                _ = Memories();
        }
    }

    private static (long Managed, long Resident) Memories()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }
}
