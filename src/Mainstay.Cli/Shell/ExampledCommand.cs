using System.CommandLine;

namespace Mainstay.Cli.Shell;

/// <summary>A command whose help ends in examples that work.</summary>
internal sealed class ExampledCommand(string name, string description, params string[] examples)
    : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>True when it needs the workspace's ledger, so that a running <c>serve</c> must run it.</summary>
    public bool UsesLedger { get; init; }
}
