using System.Data;
using System.Text;
using Mainstay.Tests;

namespace Mainstay.DuckDb.Tests;

public class RefusalTests
{
    [Fact]
    public void Every_refusal_says_what_was_found_and_what_to_do()
    {
        var text = new StringBuilder();
        foreach (var (what, refused) in Refusals())
        {
            var failure = Assert.ThrowsAny<Exception>(refused);
            text.Append(what).Append('\n').Append("  ").Append(failure.GetType().Name);
            if (failure is DuckDbException engine)
                text.Append('/').Append(engine.ErrorType);
            text.Append(": ").Append(failure.Message.ReplaceLineEndings("\n    ")).Append('\n');
        }

        Golden.Match(text.ToString(), "DuckDb/refusals.txt");
    }

    [Fact]
    public void A_message_that_echoes_a_long_line_is_cut()
    {
        using var connection = Memory.Open();

        var failure = Assert.Throws<DuckDbException>(() =>
            connection.Execute($"select cast('{new string('9', 5_000_000)}x' as integer)"));

        Assert.InRange(failure.Message.Length, 50, 2_000);
        Assert.StartsWith("Conversion Error: Could not convert string '999", failure.Message, StringComparison.Ordinal);
        Assert.All(failure.Message.Split('\n'), line => Assert.InRange(line.Length, 0, 400));
    }

    private static IEnumerable<(string What, Action Refused)> Refusals() =>
        [.. Connections(), .. Statements(), .. Parameters(), .. Reading(), .. Appending()];

    private static IEnumerable<(string What, Action Refused)> Connections()
    {
        yield return ("no data source", () => new DuckDbConnection("Threads=2").Open());
        yield return ("no connection string", () => new DuckDbConnection().Open());
        yield return ("an unknown setting", () => new DuckDbConnection("Data Source=:memory:;Pooling=true").Open());
        yield return ("threads 0", () => new DuckDbConnection("Data Source=:memory:;Threads=0").Open());
        yield return ("read only maybe", () => new DuckDbConnection("Data Source=:memory:;Read Only=maybe").Open());
        yield return ("memory limit much", () => new DuckDbConnection("Data Source=:memory:;Memory Limit=much").Open());
        yield return ("open twice", () => With(connection => connection.Open()));
        yield return ("a new connection string while open", () => With(connection => connection.ConnectionString = "Data Source=x"));
        yield return ("another database", () => With(connection => connection.ChangeDatabase("other")));
        yield return ("a command on a closed connection", () => new DuckDbConnection("Data Source=:memory:").CreateCommand("select 1").ExecuteScalar());
        yield return ("a duplicate of a closed connection", () => new DuckDbConnection("Data Source=:memory:").Duplicate());
        yield return ("a command without a connection", () => new DuckDbCommand().ExecuteScalar());
        yield return ("two transactions at once", () => With(connection =>
        {
            _ = connection.BeginTransaction();
            connection.BeginTransaction();
        }));
        yield return ("a serializable transaction", () => With(connection => connection.BeginTransaction(IsolationLevel.Serializable)));
        yield return ("a second commit", () => With(connection =>
        {
            var transaction = connection.BeginTransaction();
            transaction.Commit();
            transaction.Commit();
        }));
        yield return ("a command in an ended transaction", () => With(connection =>
        {
            var transaction = connection.BeginTransaction();
            transaction.Commit();
            using var command = connection.CreateCommand("select 1");
            command.Transaction = transaction;
            command.ExecuteScalar();
        }));
    }

    private static IEnumerable<(string What, Action Refused)> Statements()
    {
        yield return ("no statement", () => Run(" -- nothing\n"));
        yield return ("not SQL", () => Run("selct 1"));
        yield return ("an unknown table", () => Run("select * from nowhere"));
        yield return ("an unknown column", () => Run("select x from range(3) t(i)"));
        yield return ("not a number", () => Run("select cast('12,50' as decimal(9,2))"));
        yield return ("too large", () => Run("select cast(300 as utinyint)"));
        yield return ("an error function", () => Run("select error('order 812 is torn')"));
        yield return ("a missing file", () => Run("select * from read_csv('no-such-file.csv')"));
        yield return ("a file over the network", () => Run("select * from 'https://example.org/orders.parquet'"));
        yield return ("prepare two statements", () => With(connection => connection.CreateCommand("select 1; select 2").Prepare()));
        yield return ("a stored procedure", () => new DuckDbCommand().CommandType = CommandType.StoredProcedure);
        yield return ("a timeout below 0", () => new DuckDbCommand().CommandTimeout = -1);
    }

    private static IEnumerable<(string What, Action Refused)> Parameters()
    {
        yield return ("a parameter not given", () => Run("select $day", ("date", 1)));
        yield return ("no parameter given", () => Run("select $day"));
        yield return ("an object", () => Run("select $x", ("x", new object())));
        yield return ("a dictionary", () => Run("select $x", ("x", new Dictionary<string, int>())));
        yield return ("a number beyond 128 bits", () => Run("select $x", ("x", System.Numerics.BigInteger.Pow(10, 40))));
        yield return ("a list of decimals too wide", () => Run("select $x", ("x", new[] { decimal.MaxValue, 0.0000000001m })));
        yield return ("an output parameter", () => new DuckDbParameter().Direction = ParameterDirection.Output);
        yield return ("a parameter that is none", () => new DuckDbCommand().Parameters.Add(new object()));
        yield return ("removing a parameter that is not there", () => new DuckDbCommand().Parameters.RemoveAt("x"));
    }

    private static IEnumerable<(string What, Action Refused)> Reading()
    {
        yield return ("before the first row", () => Read("select 1", reader => reader.GetInt32(0), rows: 0));
        yield return ("after the last row", () => Read("select 1", reader => reader.GetInt32(0), rows: 2));
        yield return ("a column that is not there", () => Read("select 1", reader => reader.GetInt32(1)));
        yield return ("NULL as a number", () => Read("select null::integer as n", reader => reader.GetInt32(0)));
        yield return ("NULL as a text", () => Read("select null::varchar as n", reader => reader.GetFieldValue<string>(0)));
        yield return ("a text as a number", () => Read("select '1' as n", reader => reader.GetInt32(0)));
        yield return ("a number as a text", () => Read("select 1 as n", reader => reader.GetString(0)));
        yield return ("a double as decimal", () => Read("select 1.5::double as n", reader => reader.GetDecimal(0)));
        yield return ("a fraction as an integer", () => Read("select 1.5 as n", reader => reader.GetInt64(0)));
        yield return ("a bigint beyond int", () => Read("select 3000000000 as n", reader => reader.GetInt32(0)));
        yield return ("a DECIMAL of 38 digits as decimal", () => Read("select 9999999999999999999999999999.9999999999 as n", reader => reader.GetDecimal(0)));
        yield return ("a date beyond 9999", () => Read("select date '20000-01-01' as n", reader => reader.GetDateOnly(0)));
        yield return ("a timestamp before year 1", () => Read("select timestamp '0044-03-15 (BC) 12:00:00' as n", reader => reader.GetDateTime(0)));
        yield return ("an interval of months", () => Read("select interval 1 month as n", reader => reader.GetValue(0)));
        yield return ("a struct", () => Read("select {'a': 1} as n", reader => reader.GetValue(0)));
        yield return ("a map", () => Read("select map {'a': 1} as n", reader => reader.GetValue(0)));
        yield return ("a list of structs", () => Read("select [{'a': 1}] as n", reader => reader.GetValue(0)));
        yield return ("a list with a NULL as plain numbers", () => Read("select [1, null] as n", reader => reader.GetFieldValue<int[]>(0)));
        yield return ("a number as a list", () => Read("select 1 as n", reader => reader.GetFieldValue<int[]>(0)));
        yield return ("a closed reader", () => Read("select 1", reader =>
        {
            reader.Close();
            return reader.GetInt32(0);
        }));
        yield return ("a reader whose connection was closed", () => With(connection =>
        {
            var reader = connection.CreateCommand("select i from range(1_000_000) t(i)").ExecuteReader();
            connection.Close();
            while (reader.Read())
                _ = reader.GetInt64(0);
        }));
        yield return ("columns before the first chunk", () => Columns("select 1", columns => columns.Values<int>(0).Length, chunks: 0));
        yield return ("columns of another type", () => Columns("select 'x' as n", columns => columns.Values<int>(0).Length));
        yield return ("a row outside the chunk", () => Columns("select 1", columns => columns.IsNull(0, 1) ? 1 : 0));
        yield return ("UTF-8 of a number", () => Columns("select 1 as n", columns => columns.Utf8(0, 0).Length));
        yield return ("a column outside the result", () => Columns("select 1 as n", columns => columns.Values<int>(1).Length));
        yield return ("a column name not in the result", () => Columns("select 1 as n", columns => columns.Ordinal("m")));
    }

    private static IEnumerable<(string What, Action Refused)> Appending()
    {
        yield return ("an unknown table to append to", () => With(connection => connection.CreateAppender("nowhere")));
        yield return ("an unknown column to append to", () => Append("i integer", appender => appender.Append(1), "j"));
        yield return ("a text into a number", () => Append("i integer", appender => appender.Append("1")));
        yield return ("a generated column", () => Append("i integer, j integer as (i + 1)", appender => appender.AppendRow(1, 2)));
        yield return ("a number too large", () => Append("i integer", appender => appender.Append(3_000_000_000L)));
        yield return ("a double into money", () => Append("m decimal(19,4)", appender => appender.Append(1.5)));
        yield return ("too many decimals", () => Append("m decimal(19,4)", appender => appender.Append(1.23456m)));
        yield return ("too many digits", () => Append("m decimal(9,4)", appender => appender.Append(123456m)));
        yield return ("a value outside an enum", () => Append("e enum('a', 'b')", appender => appender.Append("c")));
        yield return ("bytes that are not UTF-8", () => Append("t varchar", appender => appender.AppendUtf8([0xFF])));
        yield return ("a list into a number", () => Append("i integer", appender => appender.AppendList(new[] { 1 })));
        yield return ("a struct", () => Append("s struct(a integer)", appender => appender.AppendRow(new object())));
        yield return ("a column too many", () => Append("i integer", appender =>
        {
            appender.Append(1);
            appender.Append(2);
        }));
        yield return ("a column too few", () => Append("i integer, j integer", appender =>
        {
            appender.Append(1);
            appender.EndRow();
        }));
        yield return ("closed with a row begun", () => Append("i integer, j integer", appender =>
        {
            appender.Append(1);
            appender.Close();
        }));
        yield return ("columns within a row begun", () => Append("i integer, j integer", appender =>
        {
            appender.Append(1);
            appender.Write<int>(1, [1]);
        }));
        yield return ("more rows than there is room", () => Append("i integer", appender => appender.Write<int>(0, new int[5000])));
        yield return ("a closed appender", () => Append("i integer", appender =>
        {
            appender.Close();
            appender.Append(1);
        }));
        yield return ("NULL into NOT NULL", () => Append("i integer not null", appender =>
        {
            appender.AppendRow([null]);
            appender.Close();
        }));
    }

    private static void With(Action<DuckDbConnection> use)
    {
        using var connection = Memory.Open();
        use(connection);
    }

    private static void Run(string sql, params (string Name, object Value)[] parameters) => With(connection =>
    {
        using var command = connection.CreateCommand(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(name, value);
        command.ExecuteScalar();
    });

    private static void Read(string sql, Func<DuckDbDataReader, object> value, int rows = 1) => With(connection =>
    {
        using var reader = connection.CreateCommand(sql).ExecuteReader();
        for (var i = 0; i < rows; i++)
            reader.Read();
        value(reader);
    });

    private static void Columns(string sql, Func<DuckDbColumnReader, int> value, int chunks = 1) => With(connection =>
    {
        using var columns = connection.CreateCommand(sql).ExecuteColumns();
        for (var i = 0; i < chunks; i++)
            columns.NextChunk();
        value(columns);
    });

    private static void Append(string columns, Action<DuckDbAppender> append, params string[] named) => With(connection =>
    {
        connection.Execute($"create table t({columns})");
        using var appender = connection.CreateAppender("t", named);
        append(appender);
    });
}
