using Mainstay.Ledger.Engines;

namespace Mainstay.Tests.Engines;

/// <summary>
/// Every .sql file of the product, run on both engines over the same ledger. A new file is run by itself as soon as it
/// exists: give its new parameters a value in <see cref="Parameters"/>, and leave the temporary tables it reads in
/// <see cref="FilledLedger"/>.
/// </summary>
[Collection("Both engines")]
public sealed class EveryStatementTests
{
    /// <summary>Statements that one engine alone runs, and why.</summary>
    private static readonly Dictionary<string, string> s_onOneEngine = new(StringComparer.Ordinal)
    {
        ["count_rows"] = "finds out what only the embedded engine can get wrong",
        ["ordered_days"] = "of a file whose rows came day by day; SharedDaysTests hold it against plain_days",
        ["plain_history"] = "of a file's own days; PlainHistoryTests hold it against customer_history",
        ["sampled_numbers"] = "of ids that only a file analysed by itself has; tested in CustomerSampleTests",
        ["staged_details"] = "of a file analysed by itself, which the embedded engine reads; arg_max sorts nothing",
    };

    /// <summary>Statements that rightly find nothing here, and why.</summary>
    private static readonly Dictionary<string, string> s_findNothing = new(StringComparer.Ordinal)
    {
        ["one_shot_touched"] = "makes an empty table",
        ["one_shot_matches"] = "makes an empty table",
        ["one_shot_days"] = "makes an empty table",
        ["no_refund_facts"] = "makes an empty view",
        ["no_row_keys"] = "is what an empty ledger knows of a file's rows",
        ["staged_rates"] = "makes an empty table",
    };

    public static TheoryData<string> Names => [.. Statement.All.Select(statement => statement.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_statement_gives_the_same_on_both_engines(string name)
    {
        var statement = Statement.All.Single(one => one.Name == name);
        if (statement.Files.Count == 1)
        {
            Assert.True(s_onOneEngine.ContainsKey(name),
                $"{name} exists for {statement.Files.Keys.Single()} alone. Write it for the other engine too, or say "
                + "in EveryStatementTests why it need not be.");
            return;
        }

        var both = await SameLedger.OpenAsync();
        var expected = Run(statement, both.DuckDb, both.DuckDb.Session);
        var actual = Run(statement, both.Postgres, both.DuckDb.Session);
        Agreement.Check(expected.Rows, actual.Rows, name);
        Assert.Equal(expected.Affected, actual.Affected);
        Assert.True(
            expected.Affected != 0 && expected.Rows.Values.Count > 0 != s_findNothing.ContainsKey(name),
            $"{name} found nothing to compare. Put rows it would find into OrderFiles or FilledLedger, choose other "
            + "values in Parameters, or say in EveryStatementTests why there are none.");
    }

    [Fact]
    public void What_is_excepted_exists() => Assert.Empty(
        s_onOneEngine.Keys.Concat(s_findNothing.Keys).Except(Statement.All.Select(statement => statement.Name)));

    [Theory]
    [InlineData("imports")]
    [InlineData("identities")]
    [InlineData("customers")]
    [InlineData("products")]
    [InlineData("order_lines")]
    [InlineData("refunds")]
    [InlineData("facts")]
    [InlineData("sightings")]
    [InlineData("refund_matches")]
    [InlineData("purchase_days")]
    [InlineData("memberships")]
    [InlineData("ledger_info")]
    [InlineData("schema_migrations")]
    [InlineData("customer_snapshots")]
    [InlineData("cost_snapshots")]
    public async Task The_ledgers_are_the_same(string table)
    {
        var both = await SameLedger.OpenAsync();
        var (expected, actual) = (All(both.DuckDb, table), All(both.Postgres, table));
        Assert.NotEmpty(expected.Values);
        Agreement.Check(expected, actual, table);
    }

    private static (Rows Rows, int Affected) Run(Statement statement, FilledLedger ledger, SqlSession duckDb)
    {
        var file = statement.Files[ledger.Engine.Name];
        var parameters = Parameters.Of(file, statement.Name, duckDb);
        try
        {
            return statement.Target is { } target
                ? Change(statement, ledger, target, parameters)
                : (Query(statement, ledger, parameters), -1);
        }
        catch (System.Data.Common.DbException wrong)
        {
            throw new InvalidOperationException(
                $"{statement.Name} does not run on {ledger.Engine.Name}: {wrong.Message} If it reads a temporary table "
                + "that its caller makes, make that in FilledLedger.", wrong);
        }
    }

    private static Rows Query(Statement statement, FilledLedger ledger, (string, object?)[] parameters)
    {
        var rows = Rows.Read(ledger.Session.ReadColumns(statement.Files[ledger.Engine.Name], parameters));
        return statement.IsOrdered ? rows : rows.Sorted();
    }

    /// <summary>Runs it, looks at what it changed, and takes it back.</summary>
    private static (Rows Rows, int Affected) Change(
        Statement statement, FilledLedger ledger, string target, (string Name, object? Value)[] parameters)
    {
        using var transaction = ledger.Session.Connection.BeginTransaction();
        if (statement.Defines)
            ledger.Session.Drop(target);
        using var command = ledger.Session.Connection.CreateCommand();
        command.CommandText = statement.Files[ledger.Engine.Name].For(ledger.Engine);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var affected = command.ExecuteNonQuery();
        var rows = All(ledger, target);
        transaction.Rollback();
        return (rows, statement.Defines ? -1 : affected);
    }

    private static Rows All(FilledLedger ledger, string table)
    {
        using var command = ledger.Session.Connection.CreateCommand();
        command.CommandText = $"select * from {table}";
        return Rows.Read(ledger.Engine.ReadColumns(command, CancellationToken.None)).Sorted();
    }
}
