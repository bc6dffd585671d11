using System.Globalization;
using System.Text;
using Mainstay.Demo;

namespace Mainstay.Benchmarks;

/// <summary>
/// The log the published comparisons used, drawn again: customers who start within twelve weeks and are watched for
/// about seventy-eight, BG/NBD r .243 α 4.414 a .793 b 2.426 (CDNOW's), Gamma-Gamma p 6.25 q 3.74 γ 15.44, days.
/// </summary>
internal static class SimulatedLog
{
    private const double R = .243, Alpha = 4.414, A = .793, B = 2.426, P = 6.25, Q = 3.74, Gamma = 15.44;
    private const int StartDays = 84, DaysPerWeek = 7, CustomerBits = 24, SpendBits = 24;
    private const ulong Seed = 20260101;

    /// <summary>As in the comparisons: 39 weeks after their calibration ended on 2020-09-30.</summary>
    private static readonly DateOnly FirstDay = new(2020, 1, 1), LastDay = new(2021, 6, 29);

    /// <summary>The file, made when it is not there yet.</summary>
    public static string Ensure(int customers)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "mainstay-bench")).FullName;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"sim-{customers}-v1.csv"));
        if (!File.Exists(path))
        {
            var draft = path + ".new";
            Write(draft, customers);
            File.Move(draft, path);
        }

        return path;
    }

    /// <summary>Rows by day, as a shop would export them: one sortable number each, day, customer and cents.</summary>
    private static void Write(string path, int customers)
    {
        var rows = new List<ulong>(customers * 3);
        var random = new SampleRandom();
        for (var customer = 0; customer < customers; customer++)
            Add(rows, customer, random.Restart(Seed, (ulong)customer, 0));
        rows.Sort();
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.Write("customer_id,date,amount\n");
        foreach (var row in rows)
        {
            var cents = row & ((1UL << SpendBits) - 1);
            var customer = (row >> SpendBits) & ((1UL << CustomerBits) - 1);
            var day = FirstDay.AddDays((int)(row >> (SpendBits + CustomerBits)));
            file.Write(string.Create(
                CultureInfo.InvariantCulture, $"{customer + 1},{day:yyyy-MM-dd},{cents / 100}.{cents % 100:00}\n"));
        }
    }

    private static void Add(List<ulong> rows, int customer, SampleRandom random)
    {
        var perDay = random.Gamma(R) / Alpha / DaysPerWeek;
        var dropout = random.Beta(A, B);
        var scale = Gamma / random.Gamma(Q);
        var time = random.Uniform() * StartDays;
        for (var purchase = 0; time <= LastDay.DayNumber - FirstDay.DayNumber; purchase++)
        {
            var cents = Math.Clamp((ulong)(scale * random.Gamma(P) * 100), 1, (1UL << SpendBits) - 1);
            rows.Add((((ulong)time << CustomerBits) | (uint)customer) << SpendBits | cents);
            if (purchase > 0 && random.Chance(dropout))
                return;
            time += random.Exponential() / perDay;
        }
    }
}
