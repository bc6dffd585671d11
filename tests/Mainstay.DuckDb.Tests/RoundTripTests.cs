using System.Globalization;

namespace Mainstay.DuckDb.Tests;

public class RoundTripTests
{
    [Theory]
    [MemberData(nameof(TypedValues.EachType), MemberType = typeof(TypedValues))]
    public void A_parameter_comes_back_as_it_went(string sqlType, int index)
    {
        var value = TypedValues.Of(sqlType, index);
        using var connection = Memory.Open();
        using var command = connection.CreateCommand($"select cast($value as {sqlType})");
        command.Parameters.Add("value", value);
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(value, reader.GetValue(0));
    }

    [Theory]
    [MemberData(nameof(TypedValues.EachType), MemberType = typeof(TypedValues))]
    public void A_parameter_has_its_own_type_without_a_cast(string sqlType, int index)
    {
        var value = TypedValues.Of(sqlType, index);
        using var connection = Memory.Open();
        using var command = connection.CreateCommand("select $value");
        command.Parameters.Add("value", value);

        Assert.Equal(value, command.ExecuteScalar());
    }

    [Theory]
    [MemberData(nameof(TypedValues.EachSqlType), MemberType = typeof(TypedValues))]
    public void A_null_parameter_is_null_of_every_type(string sqlType)
    {
        using var connection = Memory.Open();
        using var command = connection.CreateCommand($"select cast($value as {sqlType}), cast($other as {sqlType}) is null");
        command.Parameters.Add("value", null);
        command.Parameters.Add("other", DBNull.Value);
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(DBNull.Value, reader.GetValue(0));
        Assert.True(reader.IsDBNull(0));
        Assert.True(reader.GetBoolean(1));
    }

    [Theory]
    [MemberData(nameof(TypedValues.EachSqlType), MemberType = typeof(TypedValues))]
    public void What_is_appended_is_read_back_with_nulls_between(string sqlType)
    {
        var values = TypedValues.Of(sqlType);
        using var connection = Memory.Open();
        connection.Execute($"create table t(i integer, v {sqlType})");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var i = 0; i < 3000; i++) // more than one chunk
                appender.AppendRow(i, i % 3 == 1 ? null : values[i % values.Length]);
        }

        using var reader = connection.CreateCommand("select i, v from t order by i").ExecuteReader();
        for (var i = 0; i < 3000; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i, reader.GetInt32(0));
            Assert.Equal(i % 3 == 1 ? DBNull.Value : values[i % values.Length], reader.GetValue(1));
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public void A_decimal_of_38_digits_survives_as_parameter_appended_and_read()
    {
        var widest = new DuckDbDecimal(Int128.Parse("99999999999999999999999999999999999999", CultureInfo.InvariantCulture), 10);
        using var connection = Memory.Open();
        connection.Execute("create table t(v decimal(38,10))");
        using (var insert = connection.CreateCommand("insert into t values ($v), (-$v)"))
        {
            insert.Parameters.Add("$v", widest);
            Assert.Equal(2, insert.ExecuteNonQuery());
        }

        using (var appender = connection.CreateAppender("t"))
            appender.AppendRow(widest);

        using var reader = connection.CreateCommand("select v, cast(v as varchar) from t").ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(widest, reader.GetFieldValue<DuckDbDecimal>(0));
        Assert.Equal("9999999999999999999999999999.9999999999", reader.GetString(0));
        Assert.Equal("9999999999999999999999999999.9999999999", reader.GetString(1));
        Assert.True(reader.Read());
        Assert.Equal("-9999999999999999999999999999.9999999999", reader.GetString(0));
        Assert.True(reader.Read());
        Assert.Equal(widest, reader.GetFieldValue<DuckDbDecimal>(0));
    }

    [Theory]
    [InlineData("select sum(i) from range(10) t(i)", 45)]
    [InlineData("select count(*) from range(10)", 10)]
    [InlineData("select cast(7 as decimal(9,2))", 7)]
    [InlineData("select cast(7 as utinyint)", 7)]
    public void An_integer_is_read_as_long_wherever_it_fits(string query, long expected)
    {
        using var connection = Memory.Open();
        using var reader = connection.CreateCommand(query).ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(expected, reader.GetInt64(0));
        Assert.Equal(expected, reader.GetFieldValue<long>(0));
        Assert.Equal(expected, reader.GetFieldValue<long?>(0));
        Assert.Equal((decimal)expected, reader.GetDecimal(0));
        Assert.Equal((double)expected, reader.GetDouble(0));
        Assert.Equal((int)expected, reader.GetInt32(0));
    }

    [Fact]
    public void Infinite_dates_read_as_the_calendars_ends()
    {
        using var connection = Memory.Open();
        using var reader = connection.CreateCommand(
            "select date 'infinity', date '-infinity', timestamp 'infinity', timestamptz '-infinity'").ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(DateOnly.MaxValue, reader.GetDateOnly(0));
        Assert.Equal(DateOnly.MinValue, reader.GetDateOnly(1));
        Assert.Equal(DateTime.MaxValue, reader.GetDateTime(2));
        Assert.Equal(DateTimeOffset.MinValue, reader.GetDateTimeOffset(3));
    }

    [Fact]
    public void The_engine_and_dotnet_write_a_guid_alike()
    {
        var id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
        using var connection = Memory.Open();
        using var command = connection.CreateCommand("select cast($id as varchar), cast('01890a5d-ac96-774b-bcce-b302099a8057' as uuid) = $id");
        command.Parameters.Add("id", id);
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(id.ToString(), reader.GetString(0));
        Assert.True(reader.GetBoolean(1));
    }

    [Fact]
    public void A_moment_with_an_offset_is_kept_as_the_instant()
    {
        using var connection = Memory.Open();
        using var command = connection.CreateCommand("select $at, cast($at as varchar), cast($at as date)");
        command.Parameters.Add("at", new DateTimeOffset(2024, 3, 1, 1, 30, 0, TimeSpan.FromHours(2)));
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 23, 30, 0, TimeSpan.Zero), reader.GetValue(0));
        Assert.Equal("2024-02-29 23:30:00+00", reader.GetString(1)); // whatever the machine's time zone
        Assert.Equal(new DateOnly(2024, 2, 29), reader.GetDateOnly(2));
    }

    [Fact]
    public void Enums_timestamps_of_other_precisions_and_fixed_arrays_are_read()
    {
        using var connection = Memory.Open();
        connection.Execute("create type mood as enum ('glad', 'sad')");
        using var reader = connection.CreateCommand(
            """
            select cast('sad' as mood), cast('2024-02-29 01:02:03' as timestamp_s),
                   cast('2024-02-29 01:02:03.004' as timestamp_ms), cast('1969-12-31 23:59:59.9999999' as timestamp_ns),
                   cast([1, null, 3] as integer[3]), time '24:00:00', null
            """).ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal("sad", reader.GetValue(0));
        Assert.Equal(new DateTime(2024, 2, 29, 1, 2, 3), reader.GetValue(1));
        Assert.Equal(new DateTime(2024, 2, 29, 1, 2, 3, 4), reader.GetValue(2));
        Assert.Equal(DateTime.UnixEpoch.AddTicks(-1), reader.GetValue(3));
        Assert.Equal(new int?[] { 1, null, 3 }, reader.GetValue(4));
        Assert.Equal(TimeOnly.MaxValue, reader.GetValue(5));
        Assert.Equal(DBNull.Value, reader.GetValue(6));
    }
}
