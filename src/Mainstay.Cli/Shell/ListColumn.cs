using Mainstay.Cli.Terminal;

namespace Mainstay.Cli.Shell;

/// <summary>One column of a list: its contract name and raw value, and how a person reads it.</summary>
/// <param name="Name">snake_case name in JSON and CSV.</param>
/// <param name="Value">Raw value: text, number, date, boolean or null.</param>
/// <param name="Head">The column of the table; null keeps it out of the table.</param>
/// <param name="Show">The table's cell; null shows the raw value.</param>
internal sealed record ListColumn<T>(
    string Name, Func<T, object?> Value, TableColumn? Head = null, Func<T, Cell>? Show = null);
