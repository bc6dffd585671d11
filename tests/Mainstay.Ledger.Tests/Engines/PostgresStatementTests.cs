using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Engines.Postgres;

namespace Mainstay.Ledger.Tests.Engines;

/// <summary>What becomes of a statement of the common subset on a server.</summary>
public sealed class PostgresStatementTests
{
    [Theory]
    [InlineData("day <= cast($as_of as date)", "day <= cast(@as_of as date)")]
    [InlineData(
        "id in (select customer_id from touched_customers)", "id = any(array(select customer_id from touched_customers))")]
    [InlineData(
        "(a or id in (select row_key from updated_rows where not is_refund)) and b",
        "(a or id = any(array(select row_key from updated_rows where not is_refund))) and b")]
    [InlineData("id not in (select row_key from winners)", "id not in (select row_key from winners)")]
    [InlineData("id in (select order_id from current_refunds)", "id in (select order_id from current_refunds)")]
    [InlineData("id in (1, 2)", "id in (1, 2)")]
    public void Parameters_get_its_marks_and_lists_of_keys_become_arrays(string common, string expected)
    {
        Assert.Equal(expected, PostgresEngine.Instance.Statement(common));
        Assert.Equal(expected, PostgresEngine.Instance.Statement(expected));
    }

    /// <summary>Otherwise the rule above speaks of tables that nobody makes any more.</summary>
    [Fact]
    public void Statements_of_an_import_do_use_lists_of_keys() => Assert.All(
        (string[])["touched_customers", "updated_rows", "incoming_keys", "winners"],
        list => Assert.Contains(SqlFile.All(typeof(SqlFile).Assembly), file => PostgresEngine.Instance
            .Statement(file.Text).Contains($"from {list}", StringComparison.Ordinal)
            && PostgresEngine.Instance.Statement(file.Text).Contains("= any(array(select", StringComparison.Ordinal)));
}
