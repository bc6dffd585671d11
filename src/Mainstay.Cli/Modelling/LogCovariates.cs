using System.Text;
using Mainstay.Cli.Modelling.Summaries;
using Mainstay.Cli.Shell;
using Mainstay.Ledger.Import;
using Mainstay.Lifecycle;
using Mainstay.Statistics.Attrition;

namespace Mainstay.Cli.Modelling;

/// <summary>
/// What an order log says of its customers beside what they bought: of each column the first value that a customer's
/// rows give. Mutable: it takes in rows.
/// </summary>
internal sealed class LogCovariates
{
    private static readonly string[] s_keys = ["customer", "email", "phone"];

    private readonly IReadOnlyList<AskedColumn> _columns;
    private readonly Dictionary<string, string[]> _texts;

    private LogCovariates(IReadOnlyList<AskedColumn> columns, StringComparer keys) =>
        (_columns, _texts) = (columns, new(keys));

    /// <summary>Customers without a value in some column: they are left out.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Reads the columns from the files the ledger was read from.</summary>
    /// <exception cref="ImportException">A file has no such column.</exception>
    public static LogCovariates Read(
        OneShotLedger ledger, IReadOnlyList<string> names, ReadOptions options, CancellationToken cancellationToken)
    {
        // A key counts as it is written, an email in any case.
        var keys = ledger.Files.All(file => file.Mapping.ContainsKey(s_keys[0]))
            ? StringComparer.Ordinal
            : StringComparer.OrdinalIgnoreCase;
        var read = new LogCovariates([.. names.Select(name => new AskedColumn($"--covariates {name}", name))], keys);
        foreach (var file in ledger.Files)
        {
            var key = s_keys.First(file.Mapping.ContainsKey);
            AskedColumn[] asked = [new($"--map {key}", file.Mapping[key]), .. read._columns];
            _ = ColumnFile.Read(
                ledger.Connection, file.Path, asked, options, _ => read.Take, cancellationToken: cancellationToken);
        }

        return read;
    }

    /// <summary>Histories and covariates of every customer who has a value in each column, equal ones merged.</summary>
    public (PurchaseHistories Histories, NamedCovariates Covariates) Of(ObservedCustomers customers, bool decimalComma)
    {
        var values = new CovariateValues(_columns);
        var weights = new OrderedDictionary<(PurchaseHistory History, int Combination), double>();
        foreach (var (key, history) in customers.Each())
        {
            if (!_texts.TryGetValue(key, out var texts) || Array.Exists(texts, text => text.Length == 0))
            {
                LeftOut++;
                continue;
            }

            var row = (history, values.Combination(texts));
            weights[row] = weights.GetValueOrDefault(row) + 1;
        }

        var rows = weights.Keys.ToArray();
        return (
            new(
                Array.ConvertAll(rows, row => row.History.X), Array.ConvertAll(rows, row => row.History.Tx),
                Array.ConvertAll(rows, row => row.History.T), [.. weights.Values]),
            values.Of(Array.ConvertAll(rows, row => row.Combination), decimalComma));
    }

    private void Take(ColumnRow row)
    {
        var key = Encoding.UTF8.GetString(row[0]);
        if (key.Length == 0)
            return;
        if (!_texts.TryGetValue(key, out var texts))
        {
            _texts.Add(key, texts = new string[_columns.Count]);
            Array.Fill(texts, "");
        }

        for (var column = 0; column < texts.Length; column++)
        {
            if (texts[column].Length == 0)
                texts[column] = Encoding.UTF8.GetString(row[column + 1]);
        }
    }
}
