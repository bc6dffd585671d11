namespace Mainstay.Ledger.Import;

/// <summary>A file that cannot be read at all; problems of single rows are rejects instead.</summary>
public sealed class ImportException : Exception
{
    /// <summary>Carries <paramref name="problem"/> to the edge, where it becomes a message and an exit code.</summary>
    public ImportException(InputProblem problem) : base(problem.ToString()) => Problem = problem;

    /// <summary>Carries <paramref name="problem"/> and what the machine said.</summary>
    public ImportException(InputProblem problem, Exception cause) : base(problem.ToString(), cause) => Problem = problem;

    /// <summary>What was found, where, what was expected and what to do.</summary>
    public InputProblem Problem { get; }
}
