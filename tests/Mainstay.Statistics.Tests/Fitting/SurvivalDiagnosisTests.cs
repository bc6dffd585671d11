using System.Text;
using Mainstay.Statistics.Fitting;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests.Fitting;

public sealed class SurvivalDiagnosisTests
{
    /// <summary>One of each that data about durations and renewals can give.</summary>
    public static IReadOnlyList<Diagnosis> All { get; } =
    [
        new Diagnosis.NothingObserved(), new Diagnosis.NobodyHadTheEvent(12), new Diagnosis.RiskSetEmptied(2.5),
        new Diagnosis.NothingToCompare(), new Diagnosis.CovariateLeftOut("age"), new Diagnosis.Separated("age"),
        new Diagnosis.FewEvents(7, 3), new Diagnosis.ZeroDurations(4), new Diagnosis.SameDurationForAll(),
        new Diagnosis.NobodyLeft(1000), new Diagnosis.NobodyRenewed(1000), new Diagnosis.TooFewRenewals(1, 2),
        new Diagnosis.SameChurnForAll(), new Diagnosis.SteadyChurn(.0123),
    ];

    [Fact]
    public void Every_refusal_and_doubt_says_what_was_found()
    {
        var text = new StringBuilder();
        foreach (var diagnosis in All)
            text.Append(diagnosis.Code).Append(": ").AppendLine(diagnosis.Message);
        Golden.Match(text.ToString(), "statistics/diagnosis-survival.txt");
    }
}
