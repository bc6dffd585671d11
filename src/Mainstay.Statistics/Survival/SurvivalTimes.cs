namespace Mainstay.Statistics.Survival;

/// <summary>How long each was observed, and what ended it, as columns. Immutable.</summary>
public sealed class SurvivalTimes
{
    private readonly double[] _time;
    private readonly int[] _cause;
    private readonly double[] _weight;
    private readonly double[] _entry;

    /// <summary>Copies and checks the columns.</summary>
    /// <param name="time">Duration to the event or to the end of observation, 0 or more.</param>
    /// <param name="cause">0 where observation ended without the event (censored); else the cause, 1, 2, ….</param>
    /// <param name="weight">How many each row stands for, more than 0; empty: one each.</param>
    /// <param name="entry">
    /// Duration already behind when observation began (left truncation): before it nobody could have been seen having
    /// the event. 0: seen from the start. Less than the time; empty: 0 for all.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Lengths differ or a row breaks a rule above; the message names it.
    /// </exception>
    public SurvivalTimes(
        ReadOnlySpan<double> time, ReadOnlySpan<int> cause, ReadOnlySpan<double> weight = default,
        ReadOnlySpan<double> entry = default)
    {
        Require.SameLength(cause.Length, time.Length, nameof(cause));
        _time = time.ToArray();
        _cause = cause.ToArray();
        _weight = Filled(weight, time.Length, 1, nameof(weight));
        _entry = Filled(entry, time.Length, 0, nameof(entry));
        for (var i = 0; i < time.Length; i++)
        {
            Require.Row(_time[i] >= 0 && double.IsFinite(_time[i]), i, nameof(time), _time[i], "a finite number >= 0");
            Require.Row(_cause[i] >= 0, i, nameof(cause), _cause[i], "0 for censored, or 1, 2, … for a cause");
            Require.Row(
                _weight[i] > 0 && double.IsFinite(_weight[i]), i, nameof(weight), _weight[i], "a finite number > 0");
            Require.Row(
                _entry[i] == 0 || (_entry[i] > 0 && _entry[i] < _time[i]), i, nameof(entry), _entry[i],
                "0, or more than 0 and less than the time");
            TotalWeight += _weight[i];
            Events += _cause[i] > 0 ? _weight[i] : 0;
            Causes = Math.Max(Causes, _cause[i]);
        }
    }

    /// <summary>Duration by row.</summary>
    public ReadOnlySpan<double> Time => _time;

    /// <summary>0 for censored, else the cause, by row.</summary>
    public ReadOnlySpan<int> Cause => _cause;

    /// <summary>How many each row stands for.</summary>
    public ReadOnlySpan<double> Weight => _weight;

    /// <summary>Duration already behind when observation began, by row.</summary>
    public ReadOnlySpan<double> Entry => _entry;

    /// <summary>Number of rows.</summary>
    public int Count => _time.Length;

    /// <summary>Number observed: the sum of the weights.</summary>
    public double TotalWeight { get; }

    /// <summary>Number with the event, of whatever cause.</summary>
    public double Events { get; }

    /// <summary>The highest cause; 0 when nobody had the event.</summary>
    public int Causes { get; }

    /// <summary>The same observations with one cause as the event and every other as censored.</summary>
    /// <param name="cause">The cause that stays.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cause"/> is not positive.</exception>
    public SurvivalTimes OnlyCause(int cause)
    {
        Require.Positive(cause);
        return new(_time, Array.ConvertAll(_cause, other => other == cause ? 1 : 0), _weight, _entry);
    }

    /// <summary>Whether somebody at risk at <paramref name="time"/> includes row i: (entry, time] holds it.</summary>
    internal bool IsAtRisk(int i, double time) => (_entry[i] == 0 || _entry[i] < time) && time <= _time[i];

    private static double[] Filled(ReadOnlySpan<double> values, int length, double otherwise, string name)
    {
        if (!values.IsEmpty)
        {
            Require.SameLength(values.Length, length, name);
            return values.ToArray();
        }

        var filled = new double[length];
        Array.Fill(filled, otherwise);
        return filled;
    }
}
