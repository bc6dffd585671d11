using System.Globalization;
using Mainstay.Statistics.Survival;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests.Survival;

/// <summary>Durations of the literature.</summary>
internal static class PublishedTimes
{
    /// <summary>6-MP arm of Freireich et al. 1963, as Gehan 1965 prints it.</summary>
    public static SurvivalTimes SixMp { get; } = Censored(
        "6 6 6 6c 7 9c 10 10c 11c 13 16 17c 19c 20c 22 23 25c 32c 32c 34c 35c");

    /// <summary>Placebo arm of the same trial.</summary>
    public static SurvivalTimes Placebo { get; } = Censored("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    /// <summary>domain.md §7, oracle C: a is cause 1, b cause 2.</summary>
    public static SurvivalTimes Competing { get; } =
        new([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 0, 2, 1, 0, 2, 1, 0, 2, 0]);

    /// <summary>163 fruit flies, both groups together.</summary>
    public static SurvivalTimes Waltons => WaltonsOf(_ => true);

    public static SurvivalTimes WaltonsControl => WaltonsOf(group => group == "control");

    public static SurvivalTimes WaltonsMiR137 => WaltonsOf(group => group == "miR-137");

    /// <summary>432 convicts: weeks to arrest within a year.</summary>
    public static (SurvivalTimes Times, Dictionary<string, double[]> Columns) Rossi()
    {
        var lines = File.ReadAllLines(Golden.SharedData("lifelines_rossi.csv"));
        var names = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => Array.ConvertAll(line.Split(','), Number)).ToArray();
        var columns = names.Select((name, at) => (name, at))
            .ToDictionary(column => column.name, column => Array.ConvertAll(rows, row => row[column.at]));
        return (new(columns["week"], Array.ConvertAll(columns["arrest"], x => (int)x)), columns);
    }

    public static SurvivalTimes Censored(string text)
    {
        var parts = text.Split(' ');
        return new(
            Array.ConvertAll(parts, part => Number(part.TrimEnd('c'))),
            Array.ConvertAll(parts, part => part.EndsWith('c') ? 0 : 1));
    }

    /// <summary>Durations, causes, weights and entries that follow no law, the same each time.</summary>
    public static SurvivalTimes Random(int seed, int count, int causes = 1, bool entries = false)
    {
        var random = new Random(seed);
        double[] time = [.. Enumerable.Range(0, count).Select(_ => 1 + (double)random.Next(25))];
        int[] cause = [.. time.Select(_ => random.Next(causes + 1))];
        double[] weight = [.. time.Select(_ => 1 + (double)random.Next(3))];
        double[] entry = [.. time.Select(t => entries ? random.Next((int)t) : 0.0)];
        return new(time, cause, weight, entry);
    }

    /// <summary>A row of weight w as w rows, in another order.</summary>
    public static SurvivalTimes Duplicated(SurvivalTimes times)
    {
        int[] rows = [.. Enumerable.Range(0, times.Count)
            .SelectMany(i => Enumerable.Repeat(i, (int)times.Weight[i])).OrderBy(i => i * 7919 % 101)];
        return new(
            Array.ConvertAll(rows, i => times.Time[i]), Array.ConvertAll(rows, i => times.Cause[i]), default,
            Array.ConvertAll(rows, i => times.Entry[i]));
    }

    private static SurvivalTimes WaltonsOf(Func<string, bool> included)
    {
        var rows = File.ReadLines(Golden.SharedData("lifelines_waltons.csv")).Skip(1)
            .Select(line => line.Split(',')).Where(row => included(row[2])).ToArray();
        return new(Array.ConvertAll(rows, row => Number(row[0])), Array.ConvertAll(rows, row => (int)Number(row[1])));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
