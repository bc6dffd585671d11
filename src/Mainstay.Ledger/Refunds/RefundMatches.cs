using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Refunds;

/// <summary>
/// Derives <c>refund_matches</c> from the relations <c>current_order_lines</c> and <c>current_refund_facts</c>, whatever
/// type their ids have: a ledger and a one-shot analysis are matched by the same rules.
/// </summary>
public static class RefundMatches
{
    private static readonly SqlFile Refunds = SqlFile.Beside(typeof(RefundMatches), "refunds_to_match");
    private static readonly SqlFile Orders = SqlFile.Beside(typeof(RefundMatches), "orders_to_match");
    private static readonly SqlFile Clear = SqlFile.Beside(typeof(RefundMatches), "clear_matches");
    private static readonly SqlFile Touched = SqlFile.Beside(typeof(RefundMatches), "one_shot_touched");
    private static readonly SqlFile Table = SqlFile.Beside(typeof(RefundMatches), "one_shot_matches");
    private static readonly SqlFile View = SqlFile.Beside(typeof(RefundMatches), "one_shot_refunds");

    /// <summary>
    /// For a one-shot analysis: makes the temporary table <c>refund_matches</c> with the ids' own types, fills it, and
    /// lays the view <c>current_refunds</c> over it.
    /// </summary>
    public static void DeriveTemporary(SqlSession sql)
    {
        sql.Execute(Touched);
        sql.Execute(Table);
        DeriveAll(sql);
        sql.Execute(View);
    }

    /// <summary>Derives every match again, in the caller's transaction if there is one.</summary>
    public static void DeriveAll(SqlSession sql) => Derive(sql, everyone: true);

    /// <summary>As <see cref="DeriveAll"/>, for the customers in <c>touched_customers</c> and for refunds of nobody.</summary>
    public static void DeriveTouched(SqlSession sql) => Derive(sql, everyone: false);

    private static void Derive(SqlSession sql, bool everyone)
    {
        sql.Execute(Clear, ("everyone", everyone));
        var refunds = ReadRefunds(sql, everyone);
        if (refunds.Count == 0)
            return;

        var matches = new List<RefundMatch>();
        var ofNobody = refunds.Remove(Nobody, out var unassigned) ? unassigned : [];
        foreach (var (customer, orders) in ReadOrders(sql, everyone))
        {
            if (customer == Nobody)
                (matches, ofNobody) = ([.. matches, .. RefundMatcher.Match(ofNobody, orders)], []);
            else if (refunds.Remove(customer, out var own))
                matches.AddRange(RefundMatcher.Match(own, orders));
        }

        foreach (var withoutOrders in refunds.Values.Append(ofNobody))
            matches.AddRange(RefundMatcher.Match(withoutOrders, []));
        Write(sql, matches);
    }

    /// <summary>Stands for "no customer" as a key.</summary>
    private static readonly object Nobody = DBNull.Value;

    private static Dictionary<object, List<RefundFact>> ReadRefunds(SqlSession sql, bool everyone)
    {
        var byCustomer = new Dictionary<object, List<RefundFact>>();
        using var reader = sql.Read(Refunds, ("everyone", everyone));
        while (reader.Read())
        {
            var customer = reader.GetValue(1);
            if (!byCustomer.TryGetValue(customer, out var own))
                byCustomer.Add(customer, own = []);
            own.Add(new RefundFact(reader.GetValue(0), Known(customer), Known(reader.GetValue(2)),
                reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<DateOnly>(4), reader.GetDecimal(5),
                reader.IsDBNull(6) ? null : reader.GetDecimal(6)));
        }

        return byCustomer;
    }

    /// <summary>The orders of one customer after another, as the query sorts them.</summary>
    private static IEnumerable<(object Customer, List<OrderPart> Orders)> ReadOrders(SqlSession sql, bool everyone)
    {
        using var reader = sql.Read(Orders, ("everyone", everyone));
        (object Customer, List<OrderPart> Orders) current = (Nobody, []);
        while (reader.Read())
        {
            var customer = reader.GetValue(0);
            if (!customer.Equals(current.Customer))
            {
                if (current.Orders.Count > 0)
                    yield return current;
                current = (customer, []);
            }

            current.Orders.Add(new OrderPart(reader.GetValue(1), reader.GetFieldValue<DateOnly>(3),
                reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetDecimal(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5)));
        }

        if (current.Orders.Count > 0)
            yield return current;
    }

    private static void Write(SqlSession sql, List<RefundMatch> matches) => sql.Fill("refund_matches", rows =>
    {
        foreach (var match in matches)
        {
            rows.AppendAny(match.Refund.RefundId);
            rows.AppendAny(match.Refund.CustomerId);
            rows.AppendAny(match.OrderId);
            rows.Append(match.OrderDay);
            rows.Append(match.Refund.Day);
            rows.Append(match.Amount);
            rows.Append(match.CostReturned);
            rows.Append(match.MatchedBy);
            rows.EndRow();
        }
    });

    private static object? Known(object value) => value is DBNull ? null : value;
}
