using System.Globalization;

namespace Mainstay.Cli.Modelling;

/// <summary>
/// The choice among models where nothing can be held out: by Akaike's criterion, twice the parameters less twice the
/// log-likelihood; the lowest wins.
/// </summary>
internal static class Likelihoods
{
    /// <summary>The best of several fits to the same data; the first where all are refused.</summary>
    /// <param name="fits">The fits.</param>
    /// <param name="about">A fit's name, log-likelihood if it has one, and number of parameters.</param>
    /// <param name="say">Told which, and by how much.</param>
    public static TFit Best<TFit>(
        IReadOnlyList<TFit> fits, Func<TFit, (string? Name, double? LogLikelihood, int Parameters)> about,
        Action<string> say)
    {
        var ranked = new List<(TFit Fit, string Name, double Aic)>();
        foreach (var fit in fits)
        {
            if (about(fit) is ({ } called, { } value, var parameters))
                ranked.Add((fit, called, 2 * (parameters - value)));
        }

        if (ranked.Count == 0)
            return fits[0];
        ranked = [.. ranked.OrderBy(each => each.Aic)];
        var (best, name, lowest) = ranked[0];
        var others = string.Join(", ", ranked.Skip(1).Select(each => $"{each.Name} +{Number(each.Aic - lowest)}"));
        say($"{name} has the lowest AIC, {Number(lowest)}{(others.Length == 0 ? "" : $" ({others})")}. A summary "
            + "holds nothing back to test models on; an order log does: mainstay model compare FILE.");
        return best;
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
