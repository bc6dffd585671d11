using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>
/// What else a summary knows of its customers. A column of numbers is one covariate; any other is one for each of its
/// values but the first in the alphabet, 1 where the customer has it. Mutable: it learns the values row by row.
/// </summary>
internal sealed class CovariateValues(IReadOnlyList<AskedColumn> columns)
{
    // More are names or days, and no kinds of customers.
    private const int MostValues = 50;

    private readonly Dictionary<string, int> _number = new(StringComparer.Ordinal);
    private readonly List<string[]> _combinations = [];

    /// <summary>The number of the row's values among all combinations seen; null where a value is missing.</summary>
    public int? Combination(SummaryRow row, int first)
    {
        if (columns.Count == 0)
            return 0;
        var texts = new string[columns.Count];
        for (var column = 0; column < texts.Length; column++)
        {
            texts[column] = row.Text(first + column);
            if (texts[column].Length == 0)
            {
                row.Reject("a value for every customer", first + column);
                return null;
            }
        }

        return Combination(texts);
    }

    /// <summary>The number of these values among all combinations seen.</summary>
    public int Combination(string[] texts)
    {
        var key = string.Join('\u001f', texts);
        if (!_number.TryGetValue(key, out var number))
        {
            _number.Add(key, number = _combinations.Count);
            _combinations.Add(texts);
        }

        return number;
    }

    /// <summary>The values as numbers.</summary>
    /// <param name="rows">The combination of each row.</param>
    /// <param name="decimalComma">Whether numbers are written 1,5.</param>
    public NamedCovariates Of(IReadOnlyList<int> rows, bool decimalComma)
    {
        var (names, values) = (new List<string>(), new List<double[]>());
        var compared = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 0; column < columns.Count; column++)
        {
            var texts = _combinations.ConvertAll(combination => combination[column]);
            var numbers = texts.ConvertAll(text => WrittenNumber.Signed(text, decimalComma));
            if (numbers.TrueForAll(number => number is not null))
            {
                Add(columns[column].Name, combination => numbers[combination]!.Value);
                continue;
            }

            var levels = texts.Distinct().Order(StringComparer.Ordinal).ToArray();
            RequireFew(columns[column], levels);
            foreach (var level in levels.Skip(1))
            {
                var name = $"{columns[column].Name}={level}";
                compared.Add(name, levels[0]);
                Add(name, combination => texts[combination] == level ? 1 : 0);
            }
        }

        return new(new(names, values), compared);

        void Add(string name, Func<int, double> value)
        {
            names.Add(name);
            values.Add([.. rows.Select(value)]);
        }
    }

    private static void RequireFew(AskedColumn column, string[] levels)
    {
        if (levels.Length is > 1 and <= MostValues)
            return;
        throw new CommandFailedException(levels.Length == 1
            ? new Failure(
                $"column {column.Name} says the same of every customer", Found: $"\"{levels[0]}\" in every row",
                Do: "leave it out of --covariates")
            : new Failure(
                $"column {column.Name} holds too many different values to compare",
                Found: $"{levels.Length.ToString("N0", CultureInfo.InvariantCulture)} different texts",
                Expected: $"numbers, or at most {MostValues.ToString(CultureInfo.InvariantCulture)} texts",
                Do: "leave it out of --covariates, or merge values"));
    }
}
