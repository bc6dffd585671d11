using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import.Facts;

/// <summary>What rows of facts say, and what is refused in words; each message is golden.</summary>
public sealed class FactReadingTests
{
    private const string Shown =
        "select kind, fact_key, customer_key, email, other_key, order_ref, name, channel, detail, currency, mark, day, "
        + "until, quantity, minutes, amount, share from staged_facts order by staged_id";

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["pools"] = "pool,cost,capacity_minutes,from,until,avoidable_share,step_minutes,mark\n"
            + "Service,\"$560,000.00\",700000,2024-01-01,2024-03-31,40%,25000,Time study\nDepot,10,0,,,,,\n"
            + "Depot,-10,5,,,,,\nDepot,10,5,2024-02-01,2024-01-01,,,\nDepot,10,5,,,1.2,,\n,10,5,,,,,\nDepot,10,5,,,,,guess\n",
        ["activity-times"] = "activity,pool,unit_minutes,equation,quantity\norder,Service,8,,49000\n"
            + "pack,Depot,,0.5+6.5 * Special + Air*0.2,\npack,Depot,,,\npack,Depot,,6 apples - ,\n",
        ["activities"] = "date,activity,customer,email,order,minutes,id,special,air,agent\n"
            + "2024-02-01,support,C1,,,12.5,7,2,0.5,Bob\n2024-02-01,support,,A@B.example,O1,,,,,Ann\n"
            + "2024-02-30,support,C1,,,,,,,\n2024-02-01,,C1,,,,,,,\n2024-02-01,support,C1,,,-3,,,,\n"
            + "2024-02-01,support,C1,,,x,,,,\n2024-02-01,support,C1,,,,,two,,\n",
        ["rates"] = "activity,rate,avoidable_share,currency\nsupport,7.50,\"0,25\",eur\nsupport,,,\n",
        ["payments"] = "customer,amount,due,paid,invoice\nC1,100,2024-01-01,2024-02-01,I1\nC1,-20,2024-01-01,,\n"
            + ",100,2024-01-01,,\nC1,100,,,\n",
        ["touches"] = "email,date,channel,campaign,cost\nX@y.example,2024-01-05,mail,spring,0.4 EUR\n",
        ["acquisition-spend"] = "channel,month,spend,leads\nads,2024-03,100,25\n,2024-03-17,5,\nads,03/2024,1,\nads,2024-13,1,\n",
        ["referrals"] = "referrer,referred,date,reward,type\nC1,C2,2024-01-01,5,one\nC1,C3,,,2\nC1,C1,,,\n"
            + "a@b.example,A@B.example,,,\nC1,C4,,,three\n",
        ["product-costs"] = "Handle,Variant SKU,Variant Price,Cost per item\ntea,T1,9.50,3.10\ntea,,,\ntea,T2,9,\n",
        ["order-costs"] = "order,date,payment_fee,delivery\nO1,2024-01-02,0.50,4.90\nO2,2024-01-02,,\n,2024-01-02,1,\n",
        ["exceptions"] = "customer,reason,owner,review_on,from,note\nC1,Prestige,Ada,2025-01-01,2024-01-01,a reference\n"
            + "C2,because,Ada,2025-01-01,,\nC3,strategic,Ada,2023-01-01,2024-01-01,\n",
    };

    private static readonly string[] Splinters =
        ["\"", ",", ";", "\n", "\r", "\0", "-", "1e9999", "99999999999999999999", "2024-02-30", "{", "é", "one", "''", "%"];

    public static TheoryData<string> Words => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task The_file_is_understood_as_the_golden_file_says(string word)
    {
        using var connection = Open();
        var file = await StageAsync(connection, Files[word], ".csv");
        var text = new StringBuilder(file!.RecognisedAs).Append('\n');
        text.AppendJoin('\n', file.Mapping.Select(pair => $"{pair.Key} <- {pair.Value}")).Append("\n\n");
        text.AppendJoin('\n', Rows.Of(connection, Shown)).Append("\n\n");
        text.AppendJoin('\n', Rows.Of(connection, "select row_number, reason from staged_rejects order by row_number"));
        text.Append('\n').AppendJoin('\n', file.Notes).Append('\n');

        Golden.Match(text.ToString(), $"import/facts-{word}.txt");
    }

    [Fact]
    public async Task A_file_reads_the_same_whatever_it_is_packed_in()
    {
        const string Plain = "date,activity,customer,minutes,special\n2024-02-01,Prüfung,C1,12.5,2\n2024-02-13,Prüfung,C2,,\n";
        var rows = new List<string>();
        foreach (var (text, ending) in new[]
                 {
                     (Plain, ".csv"), (Plain.Replace(',', '\t'), ".tsv"), (Plain, ".csv.gz"), (Plain, ".latin.csv"),
                     (Plain.Replace(',', ';').Replace("12.5", "12,5", StringComparison.Ordinal), ".csv"),
                     ("""
                      {"date":"2024-02-01","activity":"Prüfung","customer":"C1","minutes":12.5,"special":2}
                      {"date":"2024-02-13","activity":"Prüfung","customer":"C2"}

                      """, ".jsonl"),
                 })
        {
            using var connection = Open();
            Assert.NotNull(await StageAsync(connection, text, ending));
            rows.Add(string.Join('\n', Rows.Of(connection, Shown)));
        }

        Assert.Single(rows.Distinct());
        Assert.Contains("special=2", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_files_are_understood_or_refused_in_words()
    {
        var changes = Gen.Choose(0, int.MaxValue - 1).ArrayOf(7);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_240_503, 7), Prop.ForAll(
            changes.ToArbitrary(), numbers => IsUnderstoodOrRefused(Mutated(numbers))));
    }

    private static string Mutated(int[] numbers)
    {
        var text = new StringBuilder(Files.Values.ElementAt(numbers[0] % Files.Count));
        for (var pair = 1; pair + 1 < numbers.Length; pair += 2)
        {
            var at = numbers[pair] % (text.Length + 1);
            if (numbers[pair + 1] % 3 == 0)
                text.Remove(at, Math.Min(text.Length - at, numbers[pair + 1] % 40));
            text.Insert(at, Splinters[numbers[pair + 1] % Splinters.Length]);
        }

        return text.ToString();
    }

    private static bool IsUnderstoodOrRefused(string text)
    {
        using var connection = Open();
        try
        {
            return StageAsync(connection, text, ".csv").GetAwaiter().GetResult() is not { } file
                || file.RowsStaged + file.Rejected + file.LeftOut > 0;
        }
        catch (ImportException refused)
        {
            return refused.Problem.Do.Length > 0;
        }
    }

    /// <summary>Null where the file is none of facts.</summary>
    private static async Task<StagedFacts?> StageAsync(DuckDbConnection connection, string text, string ending)
    {
        var bytes = ending == ".latin.csv" ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        if (ending == ".csv.gz")
        {
            using var packed = new MemoryStream();
            using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
                zip.Write(bytes);
            bytes = packed.ToArray();
        }

        using var file = TextFile.Of(bytes, "facts" + ending);
        return FactFileReader.Recognise(connection, file.Path, new()) is { } kind
            ? await FactFileReader.StageAsync(connection, file.Path, kind, new(), new())
            : null;
    }

    private static DuckDbConnection Open()
    {
        var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
