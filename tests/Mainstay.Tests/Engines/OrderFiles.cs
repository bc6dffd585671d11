using Mainstay.Demo;

namespace Mainstay.Tests.Engines;

/// <summary>
/// Order files that between them hold what a ledger can: refunds, cancellations, members, articles, instants, three
/// currencies, corrections, repeated rows, and names whose order depends on who sorts them.
/// </summary>
internal static class OrderFiles
{
    public static readonly DateOnly LastDay = new(2024, 6, 30);

    private const string Header =
        "order_id,line,date,customer_id,name,email,country,channel,sku,description,quantity,unit_price,discount,amount,"
        + "cost,currency,member,status";

    private static readonly string[] s_market =
    [
        "M1,1,2023-11-02T23:30:00Z,Zoë,Zoë Quick,zoe@example.com,FR,market,TEA,Green tea,2,10.00,0,20.00,8.00,EUR,,",
        "M1,2,2023-11-02T23:30:00Z,Zoë,Zoë Quick,zoe@example.com,FR,market,CUP,Cup,1,7.50,0.50,7.00,,EUR,,",
        "M2,1,2023-12-09T09:00:00Z,ärger,Ärger & Co,,DE,market,TEA,Green tea,40,9.25,0,370.00,160.00,EUR,club,",
        "M3,1,2023-12-20T10:15:00Z,b-1,b one,B1@example.com,GB,shop,CUP,Cup,3,7.50,0,22.50,,GBP,yes,",
        "M3,1,2024-01-04T12:00:00Z,b-1,b one,B1@example.com,GB,shop,CUP,Cup,-1,,,-7.50,-3.00,GBP,yes,",
        "m-10,1,2023-12-20T11:00:00Z,b-1,,,GB,shop,cup,Cup,1,7.50,0,7.50,,GBP,,",
        "m-10,2,2023-12-20T11:00:00Z,b-1,,,GB,shop,TEA,Cup,1,7.50,0,7.50,3.00,GBP,,",
        "m-10,3,2023-12-20T11:00:00Z,b-1,,,GB,shop,TEA,Cup,1,7.50,0,7.50,2.00,GBP,,",
        "M4,1,2024-01-15T08:00:00Z,B 2,B Two,,US,shop,POT,Pot,1,48.00,0,48.00,,USD,,",
        "M5,1,2024-01-31T23:59:59Z,Alpha,alpha,,US,shop,POT,Pot,1,48.00,0,48.00,20.00,USD,,cancelled",
        "M6,1,2024-02-11T11:00:00Z,,,guest@example.com,IT,shop,TEA,Green tea,1,10.00,0,10.00,4.00,EUR,,",
        "M7,1,2024-02-14T11:00:00Z,,,,IT,shop,TEA,Green tea,1,10.00,0,10.00,,EUR,,",
        "M8,1,2024-02-20T11:00:00Z,Zoë,,,FR,market,TEA,Green tea,1,10.00,0,10.00,4.00,EUR,,",
        "M8,1,2024-02-27T20:00:00Z,Zoë,,,FR,market,TEA,Green tea,-1,,,-10.00,,EUR,,",
        ",1,2024-03-03T11:00:00Z,b-1,,,GB,market,CUP,Cup,-2,,,-15.00,,GBP,,",
        ",1,2024-03-04T11:00:00Z,B 2,,,US,shop,POT,Pot,-9,,,-432.00,,USD,,",
        "M9,1,2024-06-25T11:00:00Z,later,Later Still,,GB,shop,CUP,Cup,1,7.50,0,7.50,,GBP,,",
        "m-10,9,2024-02-01T12:00:00Z,,,,GB,shop,CUP,Cup,-1,,,-1.50,,GBP,,",
    ];

    private static readonly string[] s_corrected =
    [
        s_market[0], s_market[2], s_market[10],
        "M3,1,2023-12-20T10:15:00Z,b-1,b one,B1@example.com,GB,shop,CUP,A cup,3,7.25,0,21.75,,GBP,yes,",
        "M3,1,2024-01-04T12:00:00Z,b-1,b one,B1@example.com,GB,shop,CUP,Cup,-1,,,-7.25,-3.00,GBP,yes,",
        "M4,1,2024-01-15T08:00:00Z,B 2,B Two Ltd,b2@example.com,US,shop,POT,Pot,1,48.00,4.00,44.00,,USD,,",
    ];

    private static readonly string[] s_mistaken =
    [
        "M2,1,2023-12-09T09:00:00Z,ärger,Ärger,,DE,market,TEA,Green tea,4,9.25,0,37.00,16.00,EUR,,",
        "X1,1,2024-04-01T09:00:00Z,nobody,No Body,,GB,market,TEA,Green tea,1,10.00,0,10.00,,GBP,,",
    ];

    private static readonly string[] s_pending =
    [
        s_market[0], s_market[12], s_corrected[3],
        "M1,2,2023-11-02T23:30:00Z,Zoë,Zoë Quick,zoe@example.com,FR,market,CUP,Cup,1,7.50,1.00,6.50,,EUR,gold,",
        "M3,1,2024-01-04T12:00:00Z,b-1,b one,B1@example.com,GB,shop,CUP,Cup,-2,,,-14.50,-6.00,GBP,yes,",
        "P1,1,2024-05-05T09:00:00Z,Neu,Neu,Neu@example.com,DE,shop,POT,Teapot,1,40.00,0,40.00,,EUR,,",
        "P1,1,2024-05-06T09:00:00Z,Neu,Neu,Neu@example.com,DE,shop,POT,Teapot,-1,,,-40.00,,EUR,,",
        "P2,1,2024-05-07T09:00:00Z,b-1,,,GB,shop,,,1,5.00,0,5.00,,USD,,",
        "P3,1,2031-05-07T09:00:00Z,b-1,,,GB,shop,,,1,5.00,0,5.00,,GBP,,",
        "P4,1,2024-05-08T09:00:00Z,,,other@example.com,GB,shop,CUP,Cup,1,5.00,0,5.00,,GBP,,cancelled",
    ];

    /// <summary>The files a ledger took in, in that order; the last of them was a mistake.</summary>
    public static IReadOnlyList<string> Write(string folder) =>
    [
        .. SampleBusiness.Generate(new() { Customers = 250, EndDay = LastDay, Days = 700 }, folder).Paths,
        Write(folder, "market.csv", s_market),
        Write(folder, "market-corrected.csv", s_corrected),
        Write(folder, "mistaken.csv", s_mistaken),
    ];

    /// <summary>A file that waits to be taken in: new rows, changed ones, known ones, and two to refuse.</summary>
    public static string WritePending(string folder) => Write(folder, "pending.csv", s_pending);

    /// <summary>Facts the ledger took in, of people and orders known and unknown.</summary>
    public static IReadOnlyList<string> WriteFacts(string folder) =>
    [
        WriteText(folder, "pools.csv",
            "pool,cost,capacity_minutes,from,currency\nDesk,560000,700000,2023-01-01,EUR\nDepot,80000,90000,,\n"),
        WriteText(folder, "times.csv",
            "activity,pool,unit_minutes,equation,quantity,from\nsupport,Desk,8,,1000,2024-01-01\n"
            + "packing,Depot,,0.5 + 6.5*special,,\n"),
        WriteText(folder, "activities.csv",
            "id,date,activity,customer,email,order,minutes,special\n1,2024-02-01,support,Zoë,,,12,\n"
            + "2,2024-02-02,packing,,GUEST@example.com,,,1\n3,2024-02-03,packing,,,M2,,\n4,2024-02-03,packing,,,none,,\n"
            + "5,2024-02-04,support,stranger,s@example.com,m-10,4,\n6,2024-02-04,support,,,,4,\n"),
        WriteText(folder, "pools-corrected.csv",
            "pool,cost,capacity_minutes,from,currency,mark\nDesk,600000,700000,2023-01-01,EUR,measured\n"),
        WriteText(folder, "rates.csv",
            "activity,rate,avoidable_share,mark\norder,0.35,0.5,estimated\nreturn,0.75,1,\ndelivery,1.2,1,measured\n"),
        WriteText(folder, "calls.csv",
            "date,activity,customer,quantity,cost,mark\n2024-02-05,call,Zoë,3,,\n2024-02-06,visit,ärger,1,450,measured\n"
            + "2024-02-07,rework,b-1,2,60,estimated\n"),
        WriteText(folder, "payments.csv",
            "customer,amount,due,paid,invoice\nZoë,20,2023-12-02,2024-01-10,I1\närger,370,2024-01-09,,I2\n"
            + "b-1,22.5,2024-01-20,2024-01-19,I3\n"),
        WriteText(folder, "touches.csv",
            "customer,date,channel,campaign,cost\nZoë,2024-01-05,mail,spring,0.4\nb-1,2024-01-05,mail,,0.4\n"),
        WriteText(folder, "spend.csv",
            "channel,month,spend,leads\nmarket,2023-11,40,25\n,2023-12,30,\nshop,2024-01,50,100\nshop,2021-01,5,2\n"),
        WriteText(folder, "referrals.csv",
            "referrer,referred,date,reward,probability\nZoë,ärger,2023-12-01,2,0.9\nb-1,ärger,2023-12-02,0,\n"
            + "ärger,Zoë,2023-12-03,1,1\nZoë,b-1,2023-12-05,3,0.4\n"),
        WriteText(folder, "order-costs.csv",
            "order,date,payment_fee,delivery\nM1,2023-11-03,0.6,2.1\nM2,2023-12-09,9.1,14\nM7,2024-02-14,0.4,2\n"),
        WriteText(folder, "exceptions.csv",
            "customer,reason,owner,review_on,from,note\nZoë,prestige,Ada,2024-12-31,2024-01-01,reference\n"
            + "b-1,referrer,Bo,2024-02-01,,\n"),
        WriteText(folder, "product-costs.csv",
            "sku,unit_cost,from\nCUP,2.5,2023-12-01\nTEA,3,\nCUP,2.75,2024-01-01\n"),
    ];

    /// <summary>Facts that wait to be taken in: new ones, changed ones, known ones, and three to refuse.</summary>
    public static string WritePendingFacts(string folder) => WriteText(folder, "pending-activities.csv",
        "id,date,activity,customer,email,order,minutes,special,cost,currency\n1,2024-02-01,support,Zoë,,,14,,,\n"
        + "2,2024-02-02,packing,,guest@example.com,,,1,,\n3,2024-02-03,packing,,,M2,,,,\n"
        + "7,2024-03-03,packing,,,M3,,,4,EUR\n"
        + "8,2024-03-04,support,new@Example.com,New@example.com,M99,3,,,\n9,2031-03-04,support,b-1,,,3,,,\n"
        + "10,2024-03-05,support,b-1,,,3,,5,USD\n11,2024-03-05,support,b-1,,,3,,,\n11,2024-03-06,support,b-1,,,3,,,\n"
        + ",2024-03-05,support,B-1@EXAMPLE.com,,,3,,,\n,2024-03-05,support,GUEST@EXAMPLE.com,,,3,,,\n");

    private static string WriteText(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Write(string folder, string name, string[] rows)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, [Header, .. rows]);
        return path;
    }
}
