namespace Mainstay.Worth;

/// <summary>The JSON contract of <c>model compare</c>: every model's record on this business's own past.</summary>
public sealed record ComparisonDocument
{
    /// <summary>Ends of calibration, oldest first; each holdout runs from there to <see cref="AsOf"/>.</summary>
    public required IReadOnlyList<DateOnly> Cutoffs { get; init; }

    /// <summary>End of every holdout.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Unit of time: day, week or month.</summary>
    public required string Period { get; init; }

    /// <summary>Models and rules of thumb, the best log score first.</summary>
    public required IReadOnlyList<ComparedModel> Models { get; init; }

    /// <summary>The model to use.</summary>
    public required string Chosen { get; init; }

    /// <summary>Why, and how sure, in words.</summary>
    public required string Why { get; init; }

    /// <summary>
    /// How many standard errors of the difference the chosen model's log score lies above the best of the others;
    /// negative where it was preferred as the simpler one; null without another.
    /// </summary>
    public required double? StandardErrorsAhead { get; init; }
}
