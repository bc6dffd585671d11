using System.Globalization;
using System.Text;
using Mainstay.Cli.Tests.Shell;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>
/// A shop of sixty customers of whom everything is known: what they bought, the work they made, what they owe, who brought
/// whom and what winning them cost. c03 costs money and stays by an exception; c04 costs money and does not.
/// </summary>
public sealed class ServedShop : IAsyncLifetime
{
    private static readonly DateOnly s_first = new(2024, 1, 8);

    private static readonly (string File, string Text)[] s_files =
    [
        ("orders.csv", Bought()),
        ("pools.csv", "pool,cost,capacity_minutes,avoidable_share,step_minutes\nService desk,9000,18000,0.5,600\n"),
        ("unit-times.csv", "activity,pool,unit_minutes\norder,Service desk,6\nsupport call,Service desk,12\n"),
        ("activities.csv", Worked()),
        ("rates.csv", "activity,rate,mark\nreturn inspection,4.50,estimated\n"),
        ("payments.csv", "customer,amount,due,paid,invoice\nc05,400,2024-03-01,2024-06-09,p1\nc06,90,2024-04-01,2024-04-01,p2\n"),
        ("order-costs.csv", "customer,date,payment_fee,delivery\nc00,2024-01-08,0.60,4.90\nc01,2024-01-11,0.70,4.90\n"),
        ("touches.csv", "customer,date,channel,campaign,cost\nc00,2024-05-01,email,spring,0.05\nc04,2024-05-01,post,spring,1.20\n"),
        ("spend.csv", "month,channel,spend,leads\n2024-01,,120,300\n2024-02,,80,210\n"),
        ("referrals.csv", "referrer,referred,date,reward\nc00,c09,2024-02-01,10\n"),
        ("exceptions.csv", "customer,reason,owner,from,review_on,note\nc03,prestige,Ann,2024-02-01,2030-12-31,on our first page\n"),
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Where its workspace is, with all of it imported; nobody changes it.</summary>
    public string Folder => _folder.Path;

    public async ValueTask InitializeAsync()
    {
        foreach (var (file, text) in s_files)
            _folder.File(file, text);
        var set = await CommandRun.In(Folder, "settings", "set", "currency", "EUR");
        Assert.Equal((0, ""), (set.Code, set.Error));
        var run = await CommandRun.In(Folder, ["import", .. s_files.Select(one => one.File)]);
        Assert.True(run.Code == 0, run.Said);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Every customer at a pace of their own; every third buys once. Half of each amount is cost.</summary>
    private static string Bought()
    {
        var text = new StringBuilder("customer,date,amount,cost,order_id\n");
        for (var customer = 0; customer < 60; customer++)
        {
            var orders = customer % 3 == 2 ? 1 : 2 + customer * 7 % 6;
            for (var order = 0; order < orders; order++)
            {
                var day = s_first.AddDays(3 * customer + order * (14 + customer * 5 % 23));
                var amount = 30 + customer * 11 % 40 + order;
                text.Append(CultureInfo.InvariantCulture,
                    $"c{customer:00},{day:yyyy-MM-dd},{amount}.50,{amount / 2}.25,o{customer:00}-{order}\n");
            }
        }

        return text.ToString();
    }

    private static string Worked()
    {
        var text = new StringBuilder("date,customer,activity,quantity,minutes\n");
        for (var customer = 0; customer < 60; customer++)
            text.Append(CultureInfo.InvariantCulture, $"{s_first.AddDays(3 * customer):yyyy-MM-dd},c{customer:00},order,1,\n");
        foreach (var customer in (string[])["c03", "c04"])
            text.Append(CultureInfo.InvariantCulture,
                $"2024-03-04,{customer},support call,30,\n2024-03-05,{customer},support call,1,95\n"
                + $"2024-03-06,{customer},return inspection,4,\n");
        return text.Append("2024-03-07,,support call,3,\n").ToString();
    }
}
