namespace Mainstay.DuckDb.Tests;

public class ColumnReaderTests
{
    [Fact]
    public void Columns_arrive_as_spans_chunk_by_chunk()
    {
        using var connection = Memory.Open();
        using var command = connection.CreateCommand(
            """
            select i, cast(i as integer) as small, i / 2 as half, date '2024-01-01' + cast(i % 366 as integer) as day,
                   i * 0.0001::decimal(19,4) as money, 'customer ' || i as name, cast(i % 2 as boolean) as odd
            from range(10_000) t(i) order by i
            """);
        using var columns = command.ExecuteColumns();
        var (row, chunks) = (0L, 0);

        while (columns.NextChunk())
        {
            chunks++;
            var big = columns.Values<long>(0);
            var small = columns.Values<int>(1);
            var half = columns.Values<double>(2);
            var day = columns.Values<DateOnly>(3);
            var money = columns.Values<decimal>(columns.Ordinal("money"));
            var odd = columns.Values<bool>(6);
            Assert.Equal(columns.RowCount, big.Length);
            for (var i = 0; i < columns.RowCount; i++, row++)
            {
                Assert.Equal((row, (int)row, row / 2.0), (big[i], small[i], half[i]));
                Assert.Equal((new DateOnly(2024, 1, 1).AddDays((int)(row % 366)), row * 0.0001m), (day[i], money[i]));
                Assert.Equal(row % 2 == 1, odd[i]);
                Assert.Equal($"customer {row}", columns.Text(5, i));
                Assert.True(columns.Utf8(5, i).SequenceEqual(System.Text.Encoding.UTF8.GetBytes($"customer {row}")));
            }
        }

        Assert.Equal(10_000, row);
        Assert.True(chunks > 1);
        Assert.Equal(0, columns.RowCount);
    }

    [Fact]
    public void Nulls_are_told_apart()
    {
        using var connection = Memory.Open();
        using var columns = connection.CreateCommand(
            "select case when i % 2 = 0 then i end, i, case when i % 2 = 0 then 'x' end, case when i % 2 = 0 then date '2024-02-29' end from range(100) t(i)")
            .ExecuteColumns();

        Assert.True(columns.NextChunk());
        Assert.True(columns.HasNulls(0));
        Assert.False(columns.HasNulls(1));
        var days = columns.Values<DateOnly>(3);
        for (var i = 0; i < columns.RowCount; i++)
        {
            Assert.Equal(i % 2 == 1, columns.IsNull(0, i));
            Assert.Equal(i % 2 == 1 ? null : "x", columns.Text(2, i));
            Assert.Equal(i % 2 == 1 ? default : new DateOnly(2024, 2, 29), days[i]);
        }
    }

    [Fact]
    public void Numbers_widen_into_the_type_asked_for()
    {
        using var connection = Memory.Open();
        using var columns = connection.CreateCommand(
            "select sum(i), cast(7 as tinyint), 1.25::decimal(19,4), 12::smallint, uuid '01890a5d-ac96-774b-bcce-b302099a8057' from range(10) t(i)")
            .ExecuteColumns();

        Assert.True(columns.NextChunk());
        Assert.Equal(45, columns.Values<long>(0)[0]);
        Assert.Equal(7, columns.Values<int>(1)[0]);
        Assert.Equal(1.25, columns.Values<double>(2)[0]);
        Assert.Equal(12m, columns.Values<decimal>(3)[0]);
        Assert.Equal(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), columns.Values<Guid>(4)[0]);
    }

    [Fact]
    public void Dates_and_moments_can_be_read_as_the_engine_stores_them()
    {
        using var connection = Memory.Open();
        using var columns = connection.CreateCommand("select date '1970-01-11', timestamp '1970-01-01 00:00:01'").ExecuteColumns();

        Assert.True(columns.NextChunk());
        Assert.Equal(10, columns.Values<int>(0)[0]);
        Assert.Equal(1_000_000, columns.Values<long>(1)[0]);
        Assert.Equal(new DateTime(1970, 1, 1, 0, 0, 1), columns.Values<DateTime>(1)[0]);
    }

    [Fact]
    public void A_statement_without_rows_has_no_columns_and_no_chunk()
    {
        using var connection = Memory.Open();
        connection.Execute("create table t(i integer)");
        using var columns = connection.CreateCommand("insert into t values (1)").ExecuteColumns();

        Assert.Equal(0, columns.ColumnCount);
        Assert.False(columns.NextChunk());
        Assert.Equal(1, connection.Count("t"));
    }

    [Fact]
    public void A_failure_half_way_comes_out_of_next_chunk()
    {
        using var connection = Memory.Open();
        using var columns = connection.CreateCommand(
            "select cast(case when i = 5_000_000 then 'x' else '1' end as integer) from range(6_000_000) t(i)").ExecuteColumns();

        var failure = Assert.Throws<DuckDbException>(() =>
        {
            while (columns.NextChunk())
                Assert.True(columns.RowCount > 0);
        });

        Assert.Equal(DuckDbErrorType.Conversion, failure.ErrorType);
        Assert.Equal(0, columns.RowCount);
    }
}
