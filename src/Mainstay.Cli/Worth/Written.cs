using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Worth;

/// <summary>Says what file a command wrote.</summary>
internal static class Written
{
    private static readonly Listing<(string File, long Customers)> List = new("files",
    [
        new("file", row => row.File),
        new("customers", row => row.Customers),
    ]);

    public static void Say(Call call, string path, long customers)
    {
        if (call.Format == OutputFormat.Table)
            call.Context.Out.WriteLine(
                $"{path}: {customers.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} customers.");
        else
            List.WriteOne(call, (path, customers));
    }
}
