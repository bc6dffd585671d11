using System.Globalization;

namespace Mainstay.Ledger.Import;

/// <summary>Where WebToffee's export keeps what we need.</summary>
internal sealed class WooCommerceColumns
{
    /// <summary>Finds the columns in a header.</summary>
    public WooCommerceColumns(IReadOnlyList<string> header)
    {
        All = new NamedColumns(header);
        Order = All.For(OrderField.Order, "order_id");
        Date = All.For(OrderField.Date, "order_date");
        Status = All.For(OrderField.Status, "status");
        Currency = All.For(OrderField.Currency, "order_currency");
        CustomerId = All.For(OrderField.Customer, "customer_id", "customer_user");
        Email = All.For(OrderField.Email, "billing_email", "customer_email");
        OtherEmail = All["customer_email", "billing_email"];
        Phone = All.For(OrderField.Phone, "billing_phone", "shipping_phone");
        FirstName = All.For(OrderField.Name, "billing_first_name", "shipping_first_name");
        LastName = All["billing_last_name", "shipping_last_name"];
        Country = All.For(OrderField.Country, "billing_country", "shipping_country");
        Refunds = All["refund_items"];
        Items = [.. header.Select((name, column) => (name, column)).Where(pair => IsItem(pair.name)).Select(pair => pair.column)];
    }

    public NamedColumns All { get; }

    public int Order { get; }

    public int Date { get; }

    public int Status { get; }

    public int Currency { get; }

    public int CustomerId { get; }

    public int Email { get; }

    public int OtherEmail { get; }

    public int Phone { get; }

    public int FirstName { get; }

    public int LastName { get; }

    public int Country { get; }

    public int Refunds { get; }

    /// <summary>The columns line_item_1 to line_item_N.</summary>
    public IReadOnlyList<int> Items { get; }

    private static bool IsItem(string name) =>
        name.StartsWith("line_item_", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(name.AsSpan("line_item_".Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
