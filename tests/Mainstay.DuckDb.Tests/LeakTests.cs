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

        void Queries(int count)
        {
            for (var i = 0; i < count; i++)
                Query(i);
        }

        Queries(10_000); // pools and caches fill
        var (managed, resident) = LeastGrowth(() => Queries(25_000));

        // 16 bytes a query would already show.
        Assert.InRange(managed, long.MinValue, MegaByte / 4);
        Assert.InRange(resident, long.MinValue, 6 * MegaByte);
    }

    [Fact]
    public void Results_and_connections_forgotten_open_are_collected()
    {
        using var connection = Memory.Open();
        Forget(connection, 200);
        var (_, resident) = LeastGrowth(() => Forget(connection, 500));

        Assert.Equal(1, connection.CreateCommand("select 1").ExecuteScalar());
        Assert.InRange(resident, long.MinValue, 40 * MegaByte); // one result holds 160 kB, so 500 hold 80 MB
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

    /// <summary>
    /// By how much memory grows, in the best of four rounds: a leak shows in every round, what an allocator gives back
    /// late only in some.
    /// </summary>
    private static (long Managed, long Resident) LeastGrowth(Action round)
    {
        var (least, before) = ((Managed: long.MaxValue, Resident: long.MaxValue), Memories());
        for (var i = 0; i < 4; i++)
        {
            round();
            var after = Memories();
            least = (Math.Min(least.Managed, after.Managed - before.Managed),
                Math.Min(least.Resident, after.Resident - before.Resident));
            before = after;
        }

        return least;
    }

    private static (long Managed, long Resident) Memories()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }
}
