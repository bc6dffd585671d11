using System.CommandLine;
using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Cli.Modelling;

/// <summary><c>mainstay model simulate</c>: an order log of customers who behave as a model says.</summary>
internal static class SimulateCommand
{
    private static readonly DateOnly s_start = new(2024, 1, 1);

    private static readonly Listing<(string Customer, DateOnly Date)> s_orders = new("orders",
    [
        new("customer", row => row.Customer, new("customer")),
        new("date", row => row.Date, new("date")),
    ]);

    public static Command Create(Frame frame)
    {
        var fitted = Options.Text("--fitted", "FILE.json", "A model file; or name --model and its parameters instead.");
        var model = Options.OneOf(
            "--model", "Which model, with --parameter for each of its letters.",
            [.. AttritionFamilies.All.Select(family => (family.Name, (string?)family.Name))]);
        var parameters = Options.Pairs(
            "--parameter", "LETTER=VALUE", "A parameter, as in --parameter r=0.243; once per letter.");
        var period = new ModelFiles().Period;
        var customers = Options.WholeNumber("--customers", "How many; default: 1000.", 1, 10_000_000);
        var days = Options.WholeNumber("--days", "How long everybody is watched; default: 365.", 1, 36525);
        var joining = Options.WholeNumber(
            "--joining", "Over how many days first purchases are spread, from the start; default: 90.", 1, 36525);
        var seed = Options.WholeNumber("--seed", "The same seed gives the same log; default: 1.", 0, int.MaxValue);
        var command = new ExampledCommand("simulate",
            "Write an order log of customers who behave exactly as a model says, to test a method or a report on.",
            "mainstay model simulate --fitted model.json --customers 5000 --format csv > simulated.csv",
            "mainstay model simulate --model nbd --parameter r=0.385 --parameter alpha=12.07 --customers 500");
        foreach (var option in (Option[])[fitted, model, parameters, period, customers, days, joining, seed])
            command.Options.Add(option);
        frame.Run(command, call =>
        {
            var (truth, _, unit) = call.Value(fitted) is { } path
                ? FittedModel.Of(call.Context.PathOf(path))
                : new(Named(call.Value(model), call.Value(parameters)!), null, call.Value(period) ?? Period.Week);
            var random = new Random(call.Value(seed) ?? 1);
            var log = Orders(
                truth, unit, call.Value(customers) ?? 1000, call.Value(days) ?? 365, call.Value(joining) ?? 90, random);
            if (call.Format == OutputFormat.Table)
                call.Page.Table(s_orders.Table(log));
            else
                s_orders.Write(call, log);
            return ExitCode.Ok;
        });
        return command;
    }

    private static IEnumerable<(string Customer, DateOnly Date)> Orders(
        ILatentAttrition truth, Period unit, int customers, int days, int joining, Random random)
    {
        var purchases = new List<double>();
        for (var number = 1; number <= customers; number++)
        {
            var (first, key) = (random.Next(Math.Min(joining, days)), number.ToString(CultureInfo.InvariantCulture));
            yield return (key, s_start.AddDays(first));
            purchases.Clear();
            truth.SimulateNew(unit.Of(days - 1 - first), random, purchases);
            var last = 0;
            foreach (var at in purchases)
            {
                // A purchase falls on the day it is counted on: never on the first, and one a day.
                var day = Math.Max(last + 1, (int)Math.Ceiling(at * unit.Days));
                if (first + day >= days)
                    break;
                yield return (key, s_start.AddDays(first + day));
                last = day;
            }
        }
    }

    private static ILatentAttrition Named(string? model, string[] pairs)
    {
        if (model is null)
        {
            throw new CommandFailedException(new Failure(
                "no model was named", Expected: "--fitted FILE.json, or --model NAME with its parameters",
                Do: "mainstay model simulate --help"));
        }

        var family = AttritionFamilies.Named(model)!;
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (letter, text) in Pairs.Of(pairs))
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new CommandFailedException(new Failure(
                    $"--parameter {letter}=\"{text}\" is not a number", Expected: $"{letter}=0.5, for example"));
            }

            values[letter] = value;
        }

        try
        {
            return family.With(values);
        }
        catch (ArgumentException wrong)
        {
            throw new CommandFailedException(new Failure(
                "the model cannot be made of these parameters", Found: wrong.Message.Split(" (Parameter")[0],
                Expected: $"--parameter for each of {string.Join(", ", family.Letters)}, all above 0"));
        }
    }
}
