namespace Mainstay.Cli.Shell;

/// <summary>How a command writes its answer.</summary>
internal enum OutputFormat
{
    /// <summary>Sentences and tables for people.</summary>
    Table,

    /// <summary>The contract: snake_case names, plain numbers, ISO dates.</summary>
    Json,

    /// <summary>One line per row, raw numbers, never cut.</summary>
    Csv,
}
