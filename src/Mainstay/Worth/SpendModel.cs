using Mainstay.Ledger.Engines;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Posterior;
using Mainstay.Statistics.Spend;

namespace Mainstay.Worth;

/// <summary>
/// What a customer is expected to spend per purchase day: Gamma-Gamma on net revenue, or the company's mean spend per
/// repeat day where the data refuse it.
/// </summary>
internal sealed class SpendModel
{
    private readonly GammaGamma? _model;
    private readonly double? _mean;
    private readonly SpendSummaries _spends;
    private readonly Fit<GammaGamma> _fit;

    private SpendModel(Fit<GammaGamma> fit, double? mean, SpendSummaries spends) =>
        (_fit, _model, _mean, _spends) = (fit, fit.Model, mean, spends);

    /// <summary>The fit as reported, with how far spend goes with frequency: the model assumes it does not.</summary>
    public SpendFit Fitted()
    {
        var rank = _spends.FrequencySpendRankCorrelation();
        return new()
        {
            Model = _model?.Name ?? (_mean is null ? "none" : "mean-spend"),
            Parameters = _model?.Parameters
                ?? (_mean is { } value ? new Dictionary<string, double> { ["mean"] = value } : []),
            StandardErrors = _fit.StandardErrors,
            LogLikelihood = _fit.LogLikelihood,
            Converged = _fit.Converged,
            Diagnosis = [.. _fit.Diagnosis.Select(diagnosis => diagnosis.Message)],
            Customers = (long)_fit.Customers,
            FrequencySpendCorrelation = _spends.FrequencySpendCorrelation(),
            FrequencySpendRankCorrelation = rank,
            FrequencySpendP = rank is { } found ? _spends.CorrelationPValue(found) : null,
        };
    }

    /// <summary>Reads the distinct spends of the session's customer_history and fits.</summary>
    public static SpendModel Fit(SqlSession sql, CancellationToken cancellationToken)
    {
        var spends = Read(sql, out var totalSpend, out var repeatDays);
        var mean = repeatDays > 0 ? totalSpend / repeatDays : (double?)null;
        var fit = GammaGamma.Fit(spends, cancellationToken: cancellationToken);
        return new(fit, mean, spends);
    }

    /// <summary>
    /// Leaves spend_by_frequency on the session: E[spend] = intercept + slope × the customer's own mean, by frequency.
    /// Empty where nothing is known of spend.
    /// </summary>
    public void Write(SqlSession sql, long highestFrequency)
    {
        sql.Create(
            "spend_by_frequency", "frequency bigint, intercept double precision, slope double precision");
        sql.Fill("spend_by_frequency", rows =>
        {
            for (var x = 0L; x <= highestFrequency; x++)
            {
                var line = _model?.ShrinkageOf(x) ?? (_mean is { } mean ? new Shrinkage(mean, 0) : (Shrinkage?)null);
                if (line is not { } shrinkage)
                    break;
                rows.Append(x);
                rows.Append(shrinkage.Intercept);
                rows.Append(shrinkage.Slope);
                rows.EndRow();
            }
        });
    }

    /// <summary>What the spends leave open about the model; null without one, and spend then counts as known.</summary>
    public SpendPosterior? Posterior(CancellationToken cancellationToken) =>
        _model is null ? null : SpendPosterior.Of(_spends, _model, cancellationToken: cancellationToken);

    /// <summary>What fell back, in words.</summary>
    public IEnumerable<string> Fallbacks()
    {
        if (_model is not null)
            yield break;
        var why = string.Join(" ", _fit.Diagnosis.Select(diagnosis => diagnosis.Message));
        yield return _mean is null
            ? $"Nothing is known of spend on repeat purchases: {why}"
            : $"Expected spend is the company's mean per repeat day (mean-spend): {why}";
    }

    /// <summary>The distinct spends of the session's customer_history.</summary>
    internal static SpendSummaries ReadSpends(SqlSession sql) => Read(sql, out _, out _);

    private static SpendSummaries Read(SqlSession sql, out double totalSpend, out double repeatDays)
    {
        var (x, mean, weight) = (new List<double>(), new List<double>(), new List<double>());
        (totalSpend, repeatDays) = (0, 0);
        using var columns = sql.ReadColumns(SqlFile.Beside<SpendModel>("distinct_spends"));
        while (columns.NextChunk())
        {
            var frequency = columns.Values<long>(0);
            var spend = columns.Values<double>(1);
            var customers = columns.Values<long>(2);
            for (var row = 0; row < columns.RowCount; row++)
            {
                totalSpend += spend[row] * customers[row];
                repeatDays += (double)frequency[row] * customers[row];
                x.Add(frequency[row]);
                mean.Add(spend[row] / frequency[row]);
                weight.Add(customers[row]);
            }
        }

        return new([.. x], [.. mean], [.. weight]);
    }
}
