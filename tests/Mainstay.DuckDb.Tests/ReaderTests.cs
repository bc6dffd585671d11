using System.Data;

namespace Mainstay.DuckDb.Tests;

public class ReaderTests
{
    [Fact]
    public void Columns_are_found_by_name_first_exactly_then_in_any_case()
    {
        using var connection = Memory.Open();
        using var reader = connection.CreateCommand("select 1 as a, 2 as \"Day\", 3 as b").ExecuteReader();

        Assert.Equal(["a", "Day", "b"], Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        Assert.Equal(1, reader.GetOrdinal("Day"));
        Assert.Equal(1, reader.GetOrdinal("DAY"));
        Assert.Equal("There is no column 'c'; there are a, Day, b.",
            Assert.Throws<IndexOutOfRangeException>(() => reader.GetOrdinal("c")).Message);
    }

    [Fact]
    public void The_schema_names_types_and_precision()
    {
        using var connection = Memory.Open();
        using var reader = connection.CreateCommand("select 1.50 as price, date '2024-02-29' as day, [1, 2] as list").ExecuteReader();

        var schema = reader.GetSchemaTable();

        Assert.Equal(["price", "day", "list"], schema.Rows.Cast<DataRow>().Select(row => row["ColumnName"]));
        Assert.Equal(["DECIMAL(3,2)", "DATE", "INTEGER[]"], schema.Rows.Cast<DataRow>().Select(row => row["DataTypeName"]));
        Assert.Equal([typeof(decimal), typeof(DateOnly), typeof(int[])], schema.Rows.Cast<DataRow>().Select(row => row["DataType"]));
        Assert.Equal((3, 2), (schema.Rows[0]["NumericPrecision"], schema.Rows[0]["NumericScale"]));
    }

    [Fact]
    public void Schema_only_gives_the_columns_without_running_the_statement()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i integer, day date)");
        using (var reader = connection.CreateCommand("insert into t values (1, null) returning *").ExecuteReader(CommandBehavior.SchemaOnly))
        {
            Assert.Equal(["i", "day"], [reader.GetName(0), reader.GetName(1)]);
            Assert.Equal(typeof(DateOnly), reader.GetFieldType(1));
            Assert.False(reader.Read());
        }

        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public void Several_statements_run_in_order_and_their_results_follow_one_another()
    {
        using var connection = Memory.Open();
        using var command = connection.CreateCommand(
            "create table t(i integer); insert into t select * from range($n); select count(*) from t; select max(i) from t;");
        command.Parameters.Add("n", 5);
        using var reader = command.ExecuteReader();

        Assert.Equal(5, reader.RecordsAffected);
        Assert.True(reader.Read());
        Assert.Equal(5, reader.GetInt64(0));
        Assert.False(reader.Read());
        Assert.True(reader.NextResult());
        Assert.True(reader.Read());
        Assert.Equal(4, reader.GetInt32(0));
        Assert.False(reader.NextResult());
    }

    [Fact]
    public void Rows_affected_are_counted_over_statements_and_through_returning()
    {
        using var connection = Memory.Open();

        Assert.Equal(-1, connection.Execute("create table t(i integer)"));
        Assert.Equal(7, connection.Execute("insert into t select * from range(5); insert into t values (8), (9)"));
        Assert.Equal(2, connection.Execute("update t set i = i + 10 where i >= 8 returning i"));
        Assert.Equal(0, connection.Execute("delete from t where i > 100"));
        Assert.Equal(7, connection.Execute("delete from t"));
        Assert.Equal(-1, connection.Execute("select 1"));
    }

    [Fact]
    public void Returning_gives_the_rows_written()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i integer, twice integer default 0)");
        using var reader = connection.CreateCommand("insert into t(i) values (1), (2) returning i, twice").ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal((1, 0), (reader.GetInt32(0), reader.GetInt32(1)));
        Assert.True(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_scalar_is_null_without_rows_and_dbnull_for_null()
    {
        using var connection = Memory.Open();

        Assert.Null(connection.CreateCommand("select 1 where false").ExecuteScalar());
        Assert.Equal(DBNull.Value, connection.CreateCommand("select null").ExecuteScalar());
    }

    [Fact]
    public void An_empty_result_has_columns_and_no_rows()
    {
        using var connection = Memory.Open();
        using var reader = connection.CreateCommand("select 1 as i, 'x' as t where false").ExecuteReader();

        Assert.Equal(2, reader.FieldCount);
        Assert.False(reader.HasRows);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Bytes_and_chars_are_read_in_parts()
    {
        using var connection = Memory.Open();
        using var reader = connection.CreateCommand("select '\\x01\\x02\\x03'::blob, 'abc'").ExecuteReader();
        Assert.True(reader.Read());
        var bytes = new byte[4];
        var chars = new char[2];

        Assert.Equal(3, reader.GetBytes(0, 0, null, 0, 0));
        Assert.Equal(2, reader.GetBytes(0, 1, bytes, 1, 10));
        Assert.Equal([0, 2, 3, 0], bytes);
        Assert.Equal(2, reader.GetChars(1, 0, chars, 0, 2));
        Assert.Equal("ab", new string(chars));
    }

    [Fact]
    public void A_large_result_streams_and_stays_whole_when_another_statement_runs_between()
    {
        const long rows = 300_000;
        using var connection = Memory.Open();
        using var command = connection.CreateCommand("select i from range($n) t(i)");
        command.Parameters.Add("n", rows);
        using var reader = command.ExecuteReader();

        for (var i = 0L; i < rows; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i, reader.GetInt64(0));
            if (i == 5_000)
                Assert.Equal(42, connection.CreateCommand("select 42").ExecuteScalar());
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public void A_result_without_end_gives_its_first_rows_and_can_be_closed()
    {
        using var connection = Memory.Open();
        using (var reader = connection.CreateCommand("select i, md5(i::varchar) from range(100_000_000_000) t(i)").ExecuteReader())
        {
            for (var i = 0; i < 10_000; i++)
                Assert.True(reader.Read());
        }

        Assert.Equal(1, connection.CreateCommand("select 1").ExecuteScalar());
    }

    [Fact]
    public void The_connection_closes_with_its_reader_when_asked()
    {
        var connection = Memory.Open();
        using (connection.CreateCommand("select 1").ExecuteReader(CommandBehavior.CloseConnection))
            Assert.Equal(ConnectionState.Open, connection.State);

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void A_prepared_command_runs_again_with_other_values_and_types_and_follows_the_schema()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i integer); insert into t values (1)");
        using var command = connection.CreateCommand("select i + $x from t");
        var x = command.Parameters.Add("x", 1);
        command.Prepare();
        Assert.Equal(2, command.ExecuteScalar());
        x.Value = 0.5;
        Assert.Equal(1.5, command.ExecuteScalar());
        connection.Execute("drop table t; create table t(i bigint); insert into t values (3000000000)");
        x.Value = 1;
        using (var reader = command.ExecuteReader())
        {
            Assert.True(reader.Read());
            Assert.Equal(3000000001, reader.GetInt64(0));
        }

        command.CommandText = "select 7";
        Assert.Equal(7, command.ExecuteScalar());
    }

    [Fact]
    public void Parameters_are_bound_by_name_in_any_order_and_by_position()
    {
        using var connection = Memory.Open();
        using var named = connection.CreateCommand("select $b - $A");
        named.Parameters.Add("a", 1);
        named.Parameters.Add("$b", 10);
        named.Parameters.Add("unused", "x");
        using var positional = connection.CreateCommand("select ? - ?");
        positional.Parameters.Add("", 10);
        positional.Parameters.Add("", 1);

        Assert.Equal(9, named.ExecuteScalar());
        Assert.Equal(9, positional.ExecuteScalar());
    }
}
