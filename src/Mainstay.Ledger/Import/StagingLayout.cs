namespace Mainstay.Ledger.Import;

/// <summary>Names and types of the staging table's columns: what is stored, what is shown, and what an absent one reads as.</summary>
internal static class StagingLayout
{
    private const string Text = "varchar";
    private const string Money = "decimal(18,4)";

    private static readonly (StagedColumns Column, string Name, string Type)[] Columns =
    [
        (StagedColumns.File, "file_number", "integer"),
        (StagedColumns.None, "row_number", "bigint"),
        (StagedColumns.None, "customer_number", "integer"),
        (StagedColumns.None, "day", "date"),
        (StagedColumns.Amount, "amount", Money),
        (StagedColumns.Order, "order_ref", Text),
        (StagedColumns.Line, "line_ref", Text),
        (StagedColumns.Email, "email", Text),
        (StagedColumns.Name, "name", Text),
        (StagedColumns.Country, "country", Text),
        (StagedColumns.OrderedAt, "ordered_at", "timestamptz"),
        (StagedColumns.Sku, "sku", Text),
        (StagedColumns.Description, "description", Text),
        (StagedColumns.Quantity, "quantity", Money),
        (StagedColumns.UnitPrice, "unit_price", Money),
        (StagedColumns.Discount, "discount", Money),
        (StagedColumns.Cost, "cost", Money),
        (StagedColumns.Currency, "currency", Text),
        (StagedColumns.Channel, "channel", Text),
        (StagedColumns.Member, "member", Text),
        (StagedColumns.Cancelled, "cancelled_on", "date"),
        (StagedColumns.Contradiction, "contradiction", "boolean"),
    ];

    /// <summary>What an earlier file may have left on the connection, in the order it can be dropped.</summary>
    public static IReadOnlyList<(string Kind, string Name)> Relations { get; } =
    [
        ("view", "staged_rows"), ("view", "staged_lines"), ("table", "staged_cells"), ("table", "staged_customers"), ("table", "staged_rejects"),
        ("table", "shared_days"),
    ];

    /// <summary>Columns and types of the table that stores <paramref name="stored"/>.</summary>
    public static string Definition(StagedColumns stored) =>
        string.Join(", ", Columns.Where(column => IsStored(column.Column, stored)).Select(column => $"{column.Name} {column.Type}"));

    /// <summary>Every column, stored or not, in the types of the contract.</summary>
    public static string Selection(StagedColumns stored) =>
        string.Join(", ", Columns.Select(column => $"{Shown(column.Name, column.Type, IsStored(column.Column, stored))} as {column.Name}"))
        + $", {OrderKey(stored)} as order_key, amount < 0 as is_refund, rowid as staged_id";

    /// <summary>
    /// Place of each optional column in the table, by the number of its bit, −1 when absent; row, customer and day
    /// stand together from <paramref name="row"/> on.
    /// </summary>
    public static int[] Places(StagedColumns stored, out int row)
    {
        var places = new int[32];
        Array.Fill(places, -1);
        row = -1;
        var place = 0;
        foreach (var (column, name, _) in Columns.Where(column => IsStored(column.Column, stored)))
        {
            if (column != StagedColumns.None)
                places[System.Numerics.BitOperations.TrailingZeroCount((int)column)] = place;
            else if (name == "row_number")
                row = place;
            place++;
        }

        return places;
    }

    private static bool IsStored(StagedColumns column, StagedColumns stored) => column == StagedColumns.None || (stored & column) != StagedColumns.None;

    private static string Shown(string name, string type, bool isStored) => (name, type) switch
    {
        ("file_number", _) when !isStored => "1",
        ("amount", _) when !isStored => $"cast(0 as {Money})",
        ("contradiction", _) when !isStored => "false",
        _ => isStored ? name : $"cast(null as {type})",
    };

    /// <summary>What tells one order from another: its id, else its row. Integers where that is enough, for they group faster.</summary>
    private static string OrderKey(StagedColumns stored)
    {
        var row = IsStored(StagedColumns.File, stored) ? "cast(file_number as bigint) * 1000000000000 + row_number" : "row_number";
        return IsStored(StagedColumns.Order, stored) ? $"coalesce(order_ref, 'row ' || cast({row} as varchar))" : row;
    }
}
