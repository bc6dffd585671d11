using System.Globalization;
using Mainstay.DuckDb;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;

namespace Mainstay.Tests.Worth;

/// <summary>A ledger of four plain tables in memory, as an analysis sees one, filled line by line.</summary>
internal sealed class Shop : IDisposable
{
    private readonly DuckDbConnection _database = new("Data Source=:memory:;Threads=2");
    private int _orders;

    public Shop()
    {
        _database.Open();
        Connection = _database.Duplicate();
        Run("create table current_order_lines (customer_id varchar, order_id varchar, day date, revenue decimal(19,4), "
            + "cost decimal(19,4), sku varchar, cancelled_on date)");
        Run("create table current_refunds (customer_id varchar, order_id varchar, order_day date, day date, "
            + "amount decimal(19,4), cost_returned decimal(19,4), matched_by varchar)");
        Run("create table current_customers (customer_id varchar, customer_key varchar, name varchar, email varchar, "
            + "country varchar, is_lead boolean)");
        Run("create table current_memberships (customer_id varchar, programme varchar, valid_from date, valid_until date)");
    }

    /// <summary>The connection of the last analysis, with what it left.</summary>
    public DuckDbConnection Connection { get; private set; }

    public BusinessSettings Settings { get; set; } = new() { Currency = "EUR" };

    public string Model { get; set; } = "bg-nbd";

    /// <summary>The sample of CDNOW's order log, as public data.</summary>
    public static Shop Cdnow()
    {
        var shop = new Shop();
        shop.Run("insert into current_order_lines select customer_id, cast(row_number() over () as varchar), date, amount, null, null, null "
            + $"from read_csv('{Golden.SharedData("cdnow_sample.csv")}', header = true, types = {{'customer_id': 'varchar', 'date': 'date', 'amount': 'decimal(19,4)'}})");
        shop.Run("insert into current_customers select distinct customer_id, customer_id, null, null, null, false from current_order_lines");
        return shop;
    }

    public Shop Customer(string key, string? email = null, bool lead = false)
    {
        Run($"insert into current_customers select '{key}', '{key}', null, {Text(email)}, null, {lead} "
            + $"where not exists (select 1 from current_customers where customer_id = '{key}')");
        return this;
    }

    /// <summary>An order of one line; returns its id.</summary>
    public string Order(
        string? customer, string day, decimal revenue, decimal? cost = null, string? cancelledOn = null, string? order = null)
    {
        if (customer is not null)
            Customer(customer);
        order ??= $"o{++_orders}";
        Run($"insert into current_order_lines values ({Text(customer)}, '{order}', '{day}', {Number(revenue)}, {Number(cost)}, "
            + $"null, {Text(cancelledOn)})");
        return order;
    }

    /// <summary>A refund of an order, or of none.</summary>
    public void Refund(
        string? customer, string day, decimal amount, string? order = null, string? orderDay = null, decimal? costReturned = null) =>
        Run($"insert into current_refunds values ({Text(customer)}, {Text(order)}, {Text(orderDay)}, '{day}', {Number(amount)}, "
            + $"{Number(costReturned)}, {(order is null ? "null" : "'order'")})");

    public void Member(string customer, string from, string? until = null) =>
        Run($"insert into current_memberships values ('{customer}', 'club', '{from}', {Text(until)})");

    public AnalysisDocument Analyze(string? asOf = null) => AnalyzeAsync(asOf).GetAwaiter().GetResult();

    public Task<AnalysisDocument> AnalyzeAsync(string? asOf = null) =>
        CustomerAnalysis.RunAsync(Derived(), Request(asOf), TestContext.Current.CancellationToken);

    /// <summary>As analysing does, without a document.</summary>
    public async Task<(ValuedCustomers Customers, string Csv)> ValueAsync(string? asOf = null)
    {
        using var csv = new MemoryStream();
        var customers = await CustomerAnalysis.WriteCsvAsync(
            Derived(), Request(asOf), csv, TestContext.Current.CancellationToken);
        return (customers, System.Text.Encoding.UTF8.GetString(csv.ToArray()));
    }

    /// <summary>One value of one customer's row of customer_worth.</summary>
    public T? Of<T>(string customer, string column)
    {
        using var command = Connection.CreateCommand($"select {column} from customer_worth where customer = '{customer}'");
        return command.ExecuteScalar() is T value ? value : default;
    }

    public void Run(string statement)
    {
        using var command = Connection.CreateCommand(statement);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
    }

    private DuckDbConnection Derived()
    {
        Connection.Dispose();
        Connection = _database.Duplicate();
        Run("create temp table touched_customers (customer_id varchar)");
        PurchaseDays.DeriveTemporary(new(Connection, TestContext.Current.CancellationToken));
        return Connection;
    }

    private AnalysisRequest Request(string? asOf) => new()
    {
        AsOf = asOf is null ? null : DateOnly.Parse(asOf, CultureInfo.InvariantCulture),
        Settings = Settings,
        Model = Model,
    };

    private static string Text(string? value) => value is null ? "null" : $"'{value}'";

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
