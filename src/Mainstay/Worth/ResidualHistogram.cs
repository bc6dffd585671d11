using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>Customers by residual value, in bins of a width a person would choose.</summary>
internal static class ResidualHistogram
{
    // Bins up to the value that nineteen of twenty customers stay under; the rest share the open last one.
    private const int Bins = 20;

    public static IReadOnlyList<ValueBin> Read(SqlSession sql, MinorUnit unit)
    {
        var (low, high) = Range(sql);
        if (low is null || high is null)
            return [];
        var width = NiceWidth(Math.Max(high.Value, Math.Abs(low.Value)) / Bins, unit);
        var last = Math.Max(0, (long)Math.Ceiling(high.Value / (double)width));
        var found = Counts(sql, width, last);
        if (found.Count == 0)
            return [];
        var bins = new List<ValueBin>();
        for (var bin = Math.Min(0, found.Keys.Min()); bin <= last; bin++)
        {
            var (customers, value) = found.GetValueOrDefault(bin);
            var end = bin == last ? (decimal?)null : (bin + 1) * width;
            bins.Add(new(bin * width, end, customers, unit.Round((double?)value) ?? 0));
        }

        return bins;
    }

    private static (double? Low, double? High) Range(SqlSession sql)
    {
        using var row = sql.Read(Sql("residual_range"));
        row.Read();
        return row.IsDBNull(0) ? (null, null) : (row.GetDouble(0), row.GetDouble(1));
    }

    private static Dictionary<long, (long Customers, double Value)> Counts(SqlSession sql, decimal width, long last)
    {
        var counts = new Dictionary<long, (long, double)>();
        using var row = sql.Read(Sql("residual_bins"), ("width", (double)width), ("last", last));
        while (row.Read())
            counts.Add(row.GetInt64(0), (row.GetInt64(1), row.GetDouble(2)));
        return counts;
    }

    /// <summary>1, 2 or 5 times a power of ten, at least the minor unit.</summary>
    private static decimal NiceWidth(double wanted, MinorUnit unit)
    {
        var smallest = 1m;
        for (var i = 0; i < unit.Decimals; i++)
            smallest /= 10;
        if (!(wanted > (double)smallest) || wanted > 1e15)
            return wanted > 1e15 ? 1e15m : smallest;
        var power = Math.Floor(Math.Log10(wanted));
        var scale = 1m;
        for (var i = 0; i < Math.Abs((int)power); i++)
            scale = power < 0 ? scale / 10 : scale * 10;
        var lead = wanted / (double)scale;
        return scale * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static SqlFile Sql(string name) => SqlFile.Beside(typeof(ResidualHistogram), name);
}
