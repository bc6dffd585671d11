using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import.Facts;

/// <summary>Facts are recognised by headers that can mean nothing else; an order log is never taken for facts.</summary>
public sealed class FactRecognitionTests
{
    private static readonly Dictionary<string, string> NothingSaid = [];

    public static TheoryData<string> Kinds => [.. FactShapes.All.Select(shape => shape.Word)];

    [Theory]
    [InlineData("pools", "pool,cost,capacity_minutes,from,until,avoidable_share,step_minutes,mark")]
    [InlineData("pools", "Department,Cost supplied,Practical capacity")]
    [InlineData("pools", "Abteilung;Kosten;Kapazität;von;bis")]
    [InlineData("activity-times", "activity,pool,unit_minutes")]
    [InlineData("activity-times", "Name,Department,Minutes,Quantity,From")]
    [InlineData("activity-times", "activity,pool,equation,from")]
    [InlineData("activities", "date,activity,customer,order,quantity,minutes,cost,currency,special,air")]
    [InlineData("activities", "Datum;Tätigkeit;Kunde;Minuten")]
    [InlineData("activities", "date,type,email,duration_minutes")]
    [InlineData("rates", "activity,rate")]
    [InlineData("rates", "activity,cost_per_unit,from,mark")]
    [InlineData("payments", "customer,amount,due,paid")]
    [InlineData("payments", "invoice,customer,amount,due_date,payment_date,currency")]
    [InlineData("touches", "customer,date,channel,campaign,cost")]
    [InlineData("touches", "email,sent_at,campaign,cost")]
    [InlineData("acquisition-spend", "channel,month,spend,leads")]
    [InlineData("acquisition-spend", "month,amount")]
    [InlineData("acquisition-spend", "channel,date,cost")]
    [InlineData("referrals", "referrer,referred,date,reward,type")]
    [InlineData("referrals", "referred_by,referee")]
    [InlineData("product-costs", "sku,unit_cost,from")]
    [InlineData("product-costs", "Artikelnummer;Einkaufspreis")]
    [InlineData("product-costs", "Handle,Title,Variant SKU,Variant Price,Cost per item,Status")]
    [InlineData("order-costs", "order,date,payment_fee,delivery")]
    [InlineData("order-costs", "order_id,customer,date,fee")]
    [InlineData("order-costs", "order,date,kind,amount")]
    [InlineData("exceptions", "customer,reason,owner,review_on,from,note")]
    public void A_decisive_header_is_recognised(string word, string header) =>
        Assert.Equal(FactShapes.All.Single(shape => shape.Word == word).Kind, Recognise(header));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_names_of_all_columns_of_a_kind_are_a_header_of_it(string word)
    {
        var shape = FactShapes.All.Single(one => one.Word == word);
        var names = shape.Kind == FactFileKind.OrderCosts
            ? shape.Fields.Where(field => field.Name is not ("kind" or "amount"))
            : shape.Fields;

        Assert.Equal(shape.Kind, Recognise(string.Join(',', names.Select(field => field.Name))));
    }

    [Theory]
    [InlineData("customer,date,amount")]
    [InlineData("customer,date")]
    [InlineData("order_id,customer,date,amount,cost,channel")]
    [InlineData("order_id,customer,date,amount,shipping,fee")]
    [InlineData("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")]
    [InlineData("date,customer,sku,quantity,unit_price,unit_cost,type")]
    [InlineData("user_id,timestamp,spend,channel")]
    [InlineData("customer,date,amount,activity")]
    [InlineData("customer_id,cds,dollars,date")]
    [InlineData("Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem price,Lineitem sku,Shipping")]
    public void An_order_log_is_no_file_of_facts(string header) => Assert.Null(Recognise(header));

    [Theory]
    [InlineData("order_log.csv")]
    [InlineData("two_columns.csv")]
    [InlineData("german.csv")]
    [InlineData("shopify.csv")]
    [InlineData("woocommerce.csv")]
    [InlineData("stripe.csv")]
    [InlineData("stripe_old.csv")]
    [InlineData("invoices.csv")]
    [InlineData("orders.jsonl")]
    public void Files_of_orders_stay_files_of_orders(string name)
    {
        using var connection = new DuckDb.DuckDbConnection("Data Source=:memory:");
        connection.Open();

        Assert.Null(FactFileReader.Recognise(
            connection, Path.Combine(Golden.Root(), "tests", "Golden", "import", name), new()));
    }

    [Theory]
    [InlineData("customer,date,amount,due,paid", "--as payments or --as orders")]
    [InlineData("order,customer,date,kind,amount", "--as order-costs or --as orders")]
    [InlineData("date,customer,type,quantity", "--as activities or --as orders")]
    [InlineData("customer,date,channel,cost", "--as touches or --as orders")]
    public void A_header_that_could_be_either_is_a_question(string header, string choice)
    {
        var problem = Assert.Throws<ImportException>(() => Recognise(header)).Problem;

        Assert.Equal($"Say which it is: {choice}.", problem.Do);
    }

    [Fact]
    public void A_mapping_speaks_for_the_columns_it_names() => Assert.Equal(FactFileKind.Rates, FactSignature.Recognise(
        "x.csv", ["what", "how much"], new Dictionary<string, string> { ["activity"] = "what", ["rate"] = "how much" }));

    private static FactFileKind? Recognise(string header) =>
        FactSignature.Recognise("x.csv", header.Split(header.Contains(';', StringComparison.Ordinal) ? ';' : ','), NothingSaid);
}
