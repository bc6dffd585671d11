using System.Globalization;

namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>
/// The ledger's rules once more, in the plainest way: replay the live imports one after another, then set the refunds
/// against the orders one after another. Written from the specification, not from the SQL.
/// </summary>
internal sealed class ReferenceLedger
{
    private readonly List<(StagedRow[] Rows, bool IsLive)> _imports = [];

    public int Imports => _imports.Count;

    public void Import(StagedRow[] rows) => _imports.Add((rows, true));

    public bool IsLive(int number) => _imports[number - 1].IsLive;

    public void Undo(int number) => _imports[number - 1] = (_imports[number - 1].Rows, false);

    /// <summary>Lines, refunds and customers as text, sorted; orders without a number are named by their day.</summary>
    public IReadOnlyList<string> Contents()
    {
        var rows = Replay();
        var orders = rows.Where(row => row.Amount >= 0).ToArray();
        var customers = _imports.Where(import => import.IsLive).SelectMany(import => import.Rows).Select(Who).OfType<string>().Distinct();
        return
        [
            .. orders.Select(row => Text("line", Who(row), row.Order, row.Day, row.Amount, row.Sku)).Order(StringComparer.Ordinal),
            .. Refunds(orders, [.. rows.Where(row => row.Amount < 0)]).Order(StringComparer.Ordinal),
            .. customers.Select(customer => Text("customer", customer)).Order(StringComparer.Ordinal),
        ];
    }

    private List<StagedRow> Replay()
    {
        var current = new Dictionary<string, StagedRow>(StringComparer.Ordinal);
        foreach (var (rows, _) in _imports.Where(import => import.IsLive))
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var name = row.Order is not null && row.Amount >= 0 ? $"order {row.Order}" : (row with { Name = null }).ToString();
                var place = seen[name] = seen.GetValueOrDefault(name) + 1;
                current[$"{name} #{place}"] = row;
            }
        }

        return [.. current.Values];
    }

    private static IEnumerable<string> Refunds(StagedRow[] lines, StagedRow[] refunds)
    {
        var left = lines.Select((line, at) => (Line: line, Order: line.Order ?? $"row {at}"))
            .GroupBy(pair => pair.Order).ToDictionary(order => order.Key, order => order.Sum(pair => pair.Line.Amount));
        var leftOfSku = lines.Select((line, at) => (Line: line, Order: line.Order ?? $"row {at}"))
            .GroupBy(pair => (pair.Order, pair.Line.Sku)).ToDictionary(part => part.Key, part => part.Sum(pair => pair.Line.Amount));
        var whole = new Dictionary<string, decimal>(left);
        var known = lines.Select((line, at) => (Order: line.Order ?? $"row {at}", line.Order, line.Day, Customer: Who(line)))
            .DistinctBy(order => order.Item1).OrderByDescending(order => order.Day).ToArray();

        foreach (var refund in refunds.OrderBy(refund => refund.Day))
        {
            var customer = Who(refund) ?? known.FirstOrDefault(order => order.Item2 == refund.Order && refund.Order is not null).Customer;
            var rest = -refund.Amount;
            var earlier = known.Where(order => order.Customer == customer && order.Day <= refund.Day).ToArray();
            var named = earlier.Where(order => refund.Order is not null && order.Item2 == refund.Order).ToArray();
            var steps = named.Length > 0
                ? named.Select(order => (order, Cap: left[order.Item1], By: "order_id"))
                : customer is null ? [] : Steps();
            foreach (var (order, cap, by) in steps)
            {
                var taken = Math.Min(rest, Math.Min(cap, left[order.Item1]));
                if (taken <= 0)
                    continue;
                (rest, left[order.Item1]) = (rest - taken, left[order.Item1] - taken);
                if (by == "sku")
                    leftOfSku[(order.Item1, refund.Sku)] -= taken;
                yield return Text("refund", customer, order.Item2, order.Day, refund.Day, taken, by);
            }

            if (rest > 0)
                yield return Text("refund", customer, null, null, refund.Day, rest, null);

            IEnumerable<((string, string?, DateOnly Day, string? Customer) Order, decimal Cap, string By)> Steps()
            {
                foreach (var order in earlier.Where(order => refund.Sku is not null && leftOfSku.ContainsKey((order.Item1, refund.Sku))))
                    yield return (order, leftOfSku[(order.Item1, refund.Sku)], "sku");
                while (earlier.FirstOrDefault(order => left[order.Item1] > 0) is { Item1: not null } open && rest > 0)
                {
                    var exact = earlier.FirstOrDefault(order => left[order.Item1] == rest && left[order.Item1] == whole[order.Item1]);
                    yield return exact.Item1 is not null ? (exact, rest, "amount") : (open, left[open.Item1], "remainder");
                }
            }
        }
    }

    private static string? Who(StagedRow row) => row.Customer ?? row.Email?.Trim().ToLowerInvariant();

    private static string Text(params object?[] parts) => string.Join(" | ", parts.Select(part => part switch
    {
        null => "-",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal money => money.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => part.ToString(),
    }));
}
