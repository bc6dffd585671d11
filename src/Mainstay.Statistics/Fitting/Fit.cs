namespace Mainstay.Statistics.Fitting;

/// <summary>What fitting a model to data gave: the model, or why there is none, and how far to trust it.</summary>
/// <typeparam name="TModel">The model; it always has parameters, so predicting before fitting does not compile.</typeparam>
public sealed record Fit<TModel>
    where TModel : class
{
    /// <summary>The fitted model; null when the data refuse one, and then <see cref="Diagnosis"/> says why.</summary>
    public required TModel? Model { get; init; }

    /// <summary>Log-likelihood at the optimum in the caller's own units; null when refused.</summary>
    public required double? LogLikelihood { get; init; }

    /// <summary>Whether the search reached an optimum, inside or on the edge of what the data can tell.</summary>
    public required bool Converged { get; init; }

    /// <summary>What is degenerate, doubtful or missing; empty when nothing is.</summary>
    public required IReadOnlyList<Diagnosis> Diagnosis { get; init; }

    /// <summary>
    /// Standard errors in natural units, by parameter in the model's order: inverse observed information in the
    /// logarithms, then the delta method. Empty where the data do not determine the parameters.
    /// </summary>
    public required IReadOnlyDictionary<string, double> StandardErrors { get; init; }

    /// <summary>Customers the fit saw: the sum of the weights.</summary>
    public required double Customers { get; init; }

    /// <summary>Rows they were merged into.</summary>
    public required int DistinctRows { get; init; }

    /// <summary>Likelihood evaluations over all starts, those on a sample included.</summary>
    public required int Evaluations { get; init; }

    /// <summary>The same result with the model as what it is known to be.</summary>
    internal Fit<TOther> As<TOther>()
        where TOther : class => new()
        {
            Model = (TOther?)(object?)Model,
            LogLikelihood = LogLikelihood,
            Converged = Converged,
            Diagnosis = Diagnosis,
            StandardErrors = StandardErrors,
            Customers = Customers,
            DistinctRows = DistinctRows,
            Evaluations = Evaluations,
        };

    internal static Fit<TModel> Refused(double customers, int distinctRows, params Diagnosis[] reasons) => new()
    {
        Model = null,
        LogLikelihood = null,
        Converged = false,
        Diagnosis = reasons,
        StandardErrors = Letters.None,
        Customers = customers,
        DistinctRows = distinctRows,
        Evaluations = 0,
    };
}
