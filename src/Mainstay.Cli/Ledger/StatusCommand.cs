using System.CommandLine;
using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Ledger;

/// <summary><c>mainstay status</c>: how much the ledger holds, and how fresh it is.</summary>
internal static class StatusCommand
{
    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand("status", "How much the workspace's ledger holds, and how fresh it is.")
        {
            UsesLedger = true,
        };
        frame.Run(command, RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(Call call, CancellationToken cancellationToken)
    {
        using var open = await OpenWorkspace.ExistingAsync(call, cancellationToken);
        using var connection = open.Ledger.Connect();
        var status = await LedgerStatusQuery.ReadAsync(connection, cancellationToken);
        var listing = List(open.Workspace.Folder, open.Settings.BusinessName);
        if (call.Format != OutputFormat.Table)
        {
            listing.WriteOne(call, status);
            return ExitCode.Ok;
        }

        var figures = new Figures(open.Settings.Currency, open.Settings.Locale);
        call.Page.Answer($"{open.Settings.BusinessName}: {figures.Count(status.Customers)} customers and "
            + $"{figures.Count(status.Orders)} orders, {Days(status)}.");
        call.Page.Line();
        var table = new TextTable(new(""), new("", Flexible: true));
        foreach (var column in listing.Columns.Skip(1))
            table.Add(column.Name.Replace('_', ' '), Shown(column.Value(status), open.Settings, figures));
        call.Page.Table(table);
        call.Page.Next(status.Orders == 0
            ? "mainstay import orders.csv"
            : "mainstay customers, or mainstay report --out worth.html.");
        return ExitCode.Ok;
    }

    private static Listing<LedgerStatus> List(string folder, string business) => new("status",
    [
        new("business", _ => business),
        new("workspace", _ => folder),
        new("ledger_version", row => row.LedgerVersion),
        new("imports", row => row.Imports),
        new("undone_imports", row => row.UndoneImports),
        new("customers", row => row.Customers),
        new("orders", row => row.Orders),
        new("order_lines", row => row.OrderLines),
        new("unassigned_orders", row => row.UnassignedOrders),
        new("refunds", row => row.Refunds),
        new("unlinked_refunds", row => row.UnlinkedRefunds),
        new("facts", row => row.Facts),
        new("first_day", row => row.FirstDay),
        new("last_day", row => row.LastDay),
        new("last_import_at", row => row.LastImportAt),
    ]);

    /// <summary>For eyes: digits grouped, an instant on the business's clock.</summary>
    private static Cell Shown(object? value, BusinessSettings settings, Figures figures) => value switch
    {
        long count => figures.Count(count),
        DateTimeOffset instant => TimeZoneInfo
            .ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone))
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => Listing<LedgerStatus>.Plain(value),
    };

    private static string Days(LedgerStatus status) => status is { FirstDay: { } first, LastDay: { } last }
        ? $"{Figures.Day(first)} to {Figures.Day(last)}"
        : "none dated yet";
}
