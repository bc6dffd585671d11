using System.Globalization;
using System.Text;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>Small order files for the tests.</summary>
internal static class Orders
{
    /// <summary>Twenty-four customers over a year; every third comes back, each at a pace of their own; one refund.</summary>
    public static string TwentyFour { get; } = Written();

    /// <summary>So many orders, four to a customer.</summary>
    public static string Many(int orders)
    {
        var first = new DateOnly(2020, 1, 1);
        var text = new StringBuilder("order,customer,date,amount\n");
        for (var order = 0; order < orders; order++)
            text.Append(CultureInfo.InvariantCulture,
                $"m{order},m{order / 4},{first.AddDays(order % 1500):yyyy-MM-dd},{10 + order % 90}.25\n");
        return text.ToString();
    }

    private static string Written()
    {
        var first = new DateOnly(2024, 1, 10);
        var text = new StringBuilder("customer,date,amount\n");
        for (var customer = 0; customer < 24; customer++)
        {
            var orders = customer % 3 == 0 ? 2 + customer / 6 : 1;
            for (var order = 0; order < orders; order++)
                text.Append(CultureInfo.InvariantCulture,
                    $"c{customer:00},{first.AddDays(7 * customer + 30 * order):yyyy-MM-dd},{20 + 3 * customer + order}.50\n");
        }

        return text.Append("c00,2024-06-20,-10.00\n").ToString();
    }
}
