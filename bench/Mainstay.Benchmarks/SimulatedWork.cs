using System.Globalization;
using System.Text;
using Mainstay.Demo;

namespace Mainstay.Benchmarks;

/// <summary>
/// What serving the customers of a simulated log took: an activity with each order, a second with one in twelve.
/// </summary>
internal static class SimulatedWork
{
    private const int LongestMinutes = 40;
    private const double Again = 0.08, Measured = 0.3;
    private const ulong Seed = 20260102;

    private static readonly string[] s_pools = ["desk,2000000,6000000", "depot,500000,3000000"];

    private static readonly string[] s_kinds =
        ["support call", "support call", "return handling", "change", "special delivery", "packing"];

    /// <summary>
    /// Pools by quarter, unit times and activities beside <paramref name="log"/>, made when not there yet.
    /// </summary>
    public static IReadOnlyList<string> Ensure(string log)
    {
        var stem = Path.ChangeExtension(log, null);
        var paths = new[] { $"{stem}-pools.csv", $"{stem}-times.csv", $"{stem}-activities.csv" };
        if (!File.Exists(paths[2]))
        {
            File.WriteAllText(paths[0], Pools());
            File.WriteAllText(
                paths[1],
                "activity,pool,unit_minutes\nsupport call,desk,9\nreturn handling,depot,14\nchange,desk,18\n"
                + "special delivery,depot,22\npacking,depot,3\n");
            WriteActivities(log, $"{paths[2]}.new");
            File.Move($"{paths[2]}.new", paths[2]);
        }

        return paths;
    }

    private static string Pools()
    {
        var text = new StringBuilder("pool,cost,capacity_minutes,from,until,avoidable_share,step_minutes\n");
        for (var quarter = new DateOnly(2020, 1, 1); quarter.Year < 2022; quarter = quarter.AddMonths(3))
        {
            var last = quarter.AddMonths(3).AddDays(-1);
            foreach (var pool in s_pools)
                text.Append(CultureInfo.InvariantCulture, $"{pool},{quarter:yyyy-MM-dd},{last:yyyy-MM-dd},0.7,8000\n");
        }

        return text.ToString();
    }

    private static void WriteActivities(string log, string path)
    {
        var random = new SampleRandom();
        random.Restart(Seed, 0, 0);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.Write("date,customer,activity,quantity,minutes\n");
        foreach (var row in File.ReadLines(log).Skip(1))
        {
            var cells = row.Split(',');
            for (var times = random.Chance(Again) ? 2 : 1; times > 0; times--)
            {
                var minutes = random.Chance(Measured) ? 1 + (int)(random.Uniform() * LongestMinutes) : 0;
                var kind = s_kinds[(int)(random.Uniform() * s_kinds.Length)];
                file.Write(string.Create(
                    CultureInfo.InvariantCulture, $"{cells[1]},{cells[0]},{kind},1,{(minutes > 0 ? minutes : "")}\n"));
            }
        }
    }
}
