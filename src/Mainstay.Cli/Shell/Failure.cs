namespace Mainstay.Cli.Shell;

/// <summary>
/// Why a command could not do what was asked: what was found, where, what was expected and what to do.
/// </summary>
/// <param name="Error">One sentence without a full stop.</param>
/// <param name="Where">File, line or option it is about.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Expected">What should have.</param>
/// <param name="Do">The next step.</param>
/// <param name="Code">How the process ends.</param>
internal sealed record Failure(
    string Error,
    string? Where = null,
    string? Found = null,
    string? Expected = null,
    string? Do = null,
    ExitCode Code = ExitCode.Usage);
