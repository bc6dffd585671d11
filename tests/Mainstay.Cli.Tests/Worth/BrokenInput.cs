using Mainstay.Cli.Tests.Shell;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>Command lines over files that cannot be analysed.</summary>
internal static class BrokenInput
{
    public static string[] Args(string kind, TemporaryFolder folder)
    {
        switch (kind)
        {
            case "missing":
                break;
            case "empty":
                folder.File("orders.csv", "");
                break;
            case "folder":
                Directory.CreateDirectory(Path.Combine(folder.Path, "orders.csv"));
                break;
            case "binary":
                folder.File("orders.csv", [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
                break;
            case "header only":
                folder.File("orders.csv", "customer,date,amount\n");
                break;
            case "ambiguous date":
                folder.File("orders.csv", "customer,date,amount\nann,03/04/2024,10\nbob,05/06/2024,11\n");
                break;
            case "no customer column":
                folder.File("orders.csv", "when,what\n2024-01-02,10\n");
                break;
            case "unwritable report":
                folder.File("orders.csv", Orders.TwentyFour);
                return ["analyze", "orders.csv", "--report", "no-such-folder/worth.html"];
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "an unknown kind of broken input");
        }

        return ["analyze", "orders.csv"];
    }
}
