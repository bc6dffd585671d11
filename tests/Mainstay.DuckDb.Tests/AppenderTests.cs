namespace Mainstay.DuckDb.Tests;

public class AppenderTests
{
    [Fact]
    public void Typed_values_append_row_by_row()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(id bigint, day date, money decimal(19,4), weight double, live boolean, name varchar, ref uuid, note varchar)");
        var id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var i = 0; i < 5_000; i++)
            {
                appender.Append((long)i);
                appender.Append(new DateOnly(2024, 1, 1).AddDays(i));
                appender.Append(i / 4m);
                appender.Append(i / 2.0);
                appender.Append(i % 2 == 0);
                appender.AppendUtf8("Ærø"u8);
                appender.Append(i % 3 == 0 ? id : (Guid?)null);
                appender.AppendNull();
                appender.EndRow();
            }

            appender.Close();
        }

        using var reader = connection.CreateCommand(
            "select count(*), max(day), sum(money), sum(weight), count_if(live), min(name), count(ref), count(note) from t").ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(5_000, reader.GetInt64(0));
        Assert.Equal(new DateOnly(2024, 1, 1).AddDays(4_999), reader.GetDateOnly(1));
        Assert.Equal(12_497_500 / 4m, reader.GetDecimal(2));
        Assert.Equal(12_497_500 / 2.0, reader.GetDouble(3));
        Assert.Equal(2_500, reader.GetInt64(4));
        Assert.Equal("Ærø", reader.GetString(5));
        Assert.Equal(1_667, reader.GetInt64(6));
        Assert.Equal(0, reader.GetInt64(7));
    }

    [Fact]
    public void Columns_append_as_spans()
    {
        const int rows = 10_000;
        var ids = Enumerable.Range(0, rows).Select(i => (long)i).ToArray();
        var days = ids.Select(i => new DateOnly(2024, 1, 1).AddDays((int)i)).ToArray();
        var money = ids.Select(i => i / 100m).ToArray();
        var names = ids.Select(i => i % 5 == 0 ? null : $"customer number {i}").ToArray();
        using var connection = Memory.Open();
        connection.Execute("create table t(id bigint, day date, money decimal(19,4), name varchar)");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var start = 0; start < rows;)
            {
                var count = Math.Min(appender.Room, rows - start);
                appender.Write<long>(0, ids.AsSpan(start, count));
                appender.Write<DateOnly>(1, days.AsSpan(start, count));
                appender.Write<decimal>(2, money.AsSpan(start, count));
                appender.Write(3, names.AsSpan(start, count));
                appender.WriteNull(1, 0);
                appender.EndRows(count);
                start += count;
            }
        }

        using var reader = connection.CreateCommand("select id, day, money, name from t order by id").ExecuteReader();
        for (var i = 0; i < rows; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i, reader.GetInt64(0));
            Assert.Equal(i % 2048 == 0 ? DBNull.Value : days[i], reader.GetValue(1));
            Assert.Equal(money[i], reader.GetDecimal(2));
            Assert.Equal((object?)names[i] ?? DBNull.Value, reader.GetValue(3));
        }
    }

    [Fact]
    public void Columns_left_out_take_their_defaults()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(id integer, state varchar default 'new', day date)");
        using (var appender = connection.CreateAppender("t", "day", "id"))
            appender.AppendRow(new DateOnly(2024, 2, 29), 1);

        using var reader = connection.CreateCommand("select id, state, day from t").ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal((1, "new", new DateOnly(2024, 2, 29)), (reader.GetInt32(0), reader.GetString(1), reader.GetDateOnly(2)));
    }

    [Fact]
    public void A_temporary_table_is_appended_to_within_a_transaction_and_rolls_back()
    {
        using var connection = Memory.Open();
        connection.Execute("create temp table t(id integer)");
        using (var transaction = connection.BeginTransaction())
        {
            using (var appender = connection.CreateAppender("t"))
                appender.AppendRow(1);
            Assert.Equal(1, connection.Count("t"));
            transaction.Rollback();
        }

        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public void A_row_left_unfinished_drops_what_is_not_stored()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(a integer, b integer)");
        using (var appender = connection.CreateAppender("t"))
        {
            appender.AppendRow(1, 2);
            appender.Append(3);
        }

        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public void A_violated_constraint_is_an_error_of_close_and_stores_nothing()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(id integer primary key)");
        using var appender = connection.CreateAppender("t");
        appender.AppendRow(1);
        appender.AppendRow(1);

        Assert.Equal(DuckDbErrorType.Constraint, Assert.Throws<DuckDbException>(appender.Close).ErrorType);
        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public void A_reader_stays_whole_while_its_connection_appends()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(id bigint)");
        using var reader = connection.CreateCommand("select i from range(200_000) t(i)").ExecuteReader();
        using var appender = connection.CreateAppender("t");
        while (reader.Read())
        {
            appender.Append(reader.GetInt64(0));
            appender.EndRow();
        }

        appender.Close();
        Assert.Equal(200_000, connection.Count("t"));
    }
}
