namespace Mainstay.Statistics.Fitting;

/// <summary>What an optimum says about its own parameters.</summary>
internal static class Doubts
{
    // A standard error of 2 in the logarithm: the parameter may as well be seven times larger or smaller.
    private const double Vague = 2;

    /// <summary>Names parameters on the edge or hardly determined; returns the standard errors of θ if there are any.</summary>
    public static double[]? Find(
        Ascent best, IReadOnlyList<string> letters, IReadOnlyList<double> parameters, List<Diagnosis> diagnosis)
    {
        var errors = best.StandardErrors();
        for (var i = 0; i < letters.Count; i++)
        {
            if (Math.Abs(best.Theta[i]) > NewtonAscent.Edge - 0.01)
                diagnosis.Add(new Diagnosis.AtTheEdge(letters[i], parameters[i]));
            else if (errors?[i] > Vague)
                diagnosis.Add(new Diagnosis.WeaklyDetermined(letters[i], Math.Exp(errors[i])));
        }

        return errors;
    }
}
