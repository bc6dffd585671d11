using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>Files analysed without a ledger offer the relations of one.</summary>
public sealed class OneShotLedgerTests
{
    [Fact]
    public async Task The_sample_has_every_row_the_two_times_identical_ones_too()
    {
        using var ledger = await OneShotLedger.OpenAsync([Golden.SharedData("cdnow_sample.csv")], new(), new());

        Assert.Equal(["6919 | 244091.9400 | 2357 | 1997-01-01 | 1998-06-30"], Rows.Of(ledger.Connection,
            "select count(*), sum(revenue), count(distinct customer_id), min(day), max(day) from current_order_lines"));
        Assert.Equal("Looks like an order log, 5 columns, 6,919 orders, 1997-01-01…1998-06-30", ledger.Files[0].RecognisedAs);
        Assert.Equal(["2357"], Rows.Of(ledger.Connection, "select count(*) from current_customers"));
        Assert.Empty(Rows.Of(ledger.Connection, "select amount from current_refunds"));
    }

    [Fact]
    public async Task A_log_without_amounts_has_revenue_zero_and_says_so()
    {
        using var ledger = await OneShotLedger.OpenAsync([Golden.SharedData("grocery_elog.csv")], new(), new());

        Assert.Equal(["10483 | 0.0000 | 1525"], Rows.Of(ledger.Connection,
            "select count(*), sum(revenue), count(distinct customer_id) from current_order_lines"));
        Assert.False(ledger.Files[0].HasAmounts);
        Assert.Contains(ledger.Files[0].Notes, note => note.Contains("revenue is 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refunds_are_matched_with_the_orders_they_reduce()
    {
        using var file = TextFile.Of("""
            customer,date,order_id,sku,amount
            1,2024-01-01,A,cup,20
            1,2024-01-05,B,tea,30
            1,2024-01-09,R,cup,-5
            2,2024-01-09,S,cup,-7
            """);
        using var ledger = await OneShotLedger.OpenAsync([file.Path], new(), new());

        Assert.Equal(
            ["A | 2024-01-01 | 2024-01-09 | 5.0000 | sku", " |  | 2024-01-09 | 7.0000 |"],
            Rows.Of(ledger.Connection, "select order_id, order_day, day, amount, matched_by from current_refunds order by amount"));
        Assert.Equal(["50.0000"], Rows.Of(ledger.Connection, "select sum(revenue) from current_order_lines"));
    }

    [Fact]
    public async Task Currencies_are_converted_by_the_rates_and_those_without_one_are_refused_and_listed()
    {
        using var file = TextFile.Of("""
            customer,date,amount,currency
            1,2024-01-01,10,EUR
            1,2024-01-02,10,usd
            1,2024-01-03,10,GBP
            1,2024-01-04,10,
            """);
        var settings = new BusinessSettings { Currency = "EUR", ExchangeRates = new Dictionary<string, decimal> { ["USD"] = 0.92m } };
        using var ledger = await OneShotLedger.OpenAsync([file.Path], new(), settings);

        Assert.Equal(["29.2000"], Rows.Of(ledger.Connection, "select sum(revenue) from current_order_lines"));
        Assert.Equal((1, "EUR"), (ledger.RowsWithoutRate, ledger.Currency));
        Assert.Equal(new Dictionary<string, long> { ["GBP"] = 1 }, ledger.Refused);
        Assert.Equal(["4 | no exchange rate for GBP; set one: exchange_rates.GBP"],
            Rows.Of(ledger.Connection, "select row_number, reason from staged_rejects"));
    }

    [Fact]
    public async Task The_only_currency_of_the_files_is_the_results_while_the_business_has_none()
    {
        using var file = TextFile.Of("customer,date,amount\n1,2024-01-01,€ 10\n");
        using var ledger = await OneShotLedger.OpenAsync([file.Path], new(), new());

        Assert.Equal("EUR", ledger.Currency);
    }

    [Fact]
    public async Task Several_currencies_and_none_of_the_business_are_refused()
    {
        using var file = TextFile.Of("customer,date,amount,currency\n1,2024-01-01,10,EUR\n1,2024-01-02,10,USD\n");

        var refused = await Assert.ThrowsAsync<ImportException>(() => OneShotLedger.OpenAsync([file.Path], new(), new()));

        Assert.Equal("amounts in EUR, USD", refused.Problem.Found);
    }

    [Fact]
    public async Task Several_files_are_one_log_and_a_customer_keeps_one_number_over_all_of_them()
    {
        using var first = TextFile.Of("customer,date,amount\nann,2024-01-01,10\nbob,2024-01-02,5\n");
        using var second = TextFile.Of("kunde;datum;betrag;bestellnummer\nann;03.02.2024;1,50;7\n");
        using var ledger = await OneShotLedger.OpenAsync([first.Path, second.Path], new(), new());

        Assert.Equal(["ann | 11.5000 | 2", "bob | 5.0000 | 1"], Rows.Of(ledger.Connection, """
            select customer_key, sum(revenue), count(distinct order_id)
            from current_order_lines join current_customers using (customer_id) group by customer_key order by customer_key
            """));
        Assert.Equal([2L, 1L], ledger.Files.Select(file => file.Customers));
    }

    [Fact]
    public async Task Membership_starts_with_the_first_order_that_names_it()
    {
        using var file = TextFile.Of("customer,date,amount,member\n1,2024-02-01,1,yes\n1,2024-01-01,1,no\n2,2024-01-03,1,Gold\n");
        using var ledger = await OneShotLedger.OpenAsync([file.Path], new(), new());

        Assert.Equal(["member | 2024-02-01", "Gold | 2024-01-03"],
            Rows.Of(ledger.Connection, "select programme, valid_from from current_memberships order by valid_from desc"));
    }
}
