namespace Mainstay.Ledger;

/// <summary>
/// Somebody asked for what cannot be: what was found, where, what was expected, and what to do. Shown to people as
/// it is, and in JSON as <c>{error, where, found, expected, do}</c>.
/// </summary>
public sealed class MistakeException : ArgumentException
{
    /// <summary>A mistake with all that a person needs to put it right.</summary>
    public MistakeException(string message, string? where = null, string? found = null, string? expected = null, string? advice = null)
        : base(message)
    {
        Where = where;
        Found = found;
        Expected = expected;
        Advice = advice;
    }

    /// <summary>File, line, column, option or setting.</summary>
    public string? Where { get; }

    /// <summary>What stood there.</summary>
    public string? Found { get; }

    /// <summary>What would have been right.</summary>
    public string? Expected { get; }

    /// <summary>The next step; <c>do</c> in JSON.</summary>
    public string? Advice { get; }
}
