using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Cli.Tests.Shell;
using Mainstay.Tests;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>The tutorial does what it says: its files are typed, its commands run, its output is the program's.</summary>
public sealed partial class CostsTutorialTests
{
    [Fact]
    public async Task The_files_and_commands_of_the_tutorial_reproduce_the_classic_case()
    {
        using var folder = new TemporaryFolder();
        var said = new List<(string Line, string Out)>();
        var environment = new Dictionary<string, string>();
        foreach (Match block in Block().Matches(File.ReadAllText(Page)))
        {
            var text = block.Groups["text"].Value;
            switch (block.Groups["kind"].Value)
            {
                case "csv":
                    folder.File(FileName().Matches(block.Groups["before"].Value)[^1].Groups["name"].Value, text);
                    break;
                case "sh":
                    foreach (var line in text.TrimEnd().Split('\n'))
                        await Run(line);
                    break;
                default:
                    Assert.Equal(Day().Replace(text, "DAY"), Day().Replace(said[^1].Out, "DAY"));
                    break;
            }
        }

        Check([.. said.Where(one => one.Line.StartsWith("worth costs", StringComparison.Ordinal)).Select(one => one.Out)]);

        async Task Run(string line)
        {
            if (line.StartsWith("export ", StringComparison.Ordinal))
            {
                var pair = line["export ".Length..].Split('=');
                environment[pair[0]] = pair[1];
                return;
            }

            var args = line["./mainstay ".Length..];
            var run = await CommandRun.With(environment, folder.Path, args.Split(' '));
            Assert.True(run.Code == 0, $"{line} ended in {run.Code}: {run.Said}");
            said.Add((args, run.Out));
        }
    }

    private static string Page => Path.Combine(Golden.Root(), "docs", "tutorials", "what-serving-costs.md");

    /// <summary>Domain specification §3: Kaplan and Anderson's customer service department.</summary>
    private static void Check(string[] answers)
    {
        Assert.Equal(4, answers.Length);
        Assert.Contains("8 min × 0.80 = 6.40", answers[0], StringComparison.Ordinal);
        Assert.Contains("44 min × 0.80 = 35.20", answers[0], StringComparison.Ordinal);
        Assert.Contains("50 min × 0.80 = 40.00", answers[0], StringComparison.Ordinal);
        Assert.Contains("121,400 minutes unused = USD 97,120.00", answers[0], StringComparison.Ordinal);

        using var json = JsonDocument.Parse(answers[1]);
        var pool = json.RootElement.GetProperty("pools")[0];
        Assert.Equal(0.80m, pool.GetProperty("rate_per_minute").GetDecimal());
        Assert.Equal(578_600m + 44 + 90 + 8, pool.GetProperty("used_minutes").GetDecimal());
        Assert.Equal(113.60m, json.RootElement.GetProperty("reconciliation").GetProperty("customer_total").GetDecimal());

        Assert.Matches(@"\ncredit check,order_handling,Customer service,60(\.0+)?,,48(\.0+)?,2500,150000,120000\.00,", answers[2]);
        Assert.Contains(",97006.40,", answers[3], StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"(?<before>(?:(?!^```).)*?)^```(?<kind>csv|sh|text)\n(?<text>.*?)^```$",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    /// <summary>Without a dated fact the answer is as of the day of the import.</summary>
    [GeneratedRegex(@"\d{4}-\d\d-\d\d", RegexOptions.None, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"`(?<name>[a-z]+\.csv)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
