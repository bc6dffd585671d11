namespace Mainstay.Cli.Terminal;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Right">Numbers stand right.</param>
/// <param name="Flexible">Gives way when the terminal is narrow, the widest first.</param>
internal sealed record TableColumn(string Title, bool Right = false, bool Flexible = false);
