namespace Mainstay.Ledger.Import;

/// <summary>Why a file could not be read, in the four parts every message of ours has.</summary>
/// <param name="Where">The file, and the row or column where that is known.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Expected">What should have stood there.</param>
/// <param name="Do">What the person can do about it.</param>
public sealed record InputProblem(string Where, string Found, string Expected, string Do)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: found {Found}; expected {Expected}. {Do}";
}
