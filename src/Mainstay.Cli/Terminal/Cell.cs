namespace Mainstay.Cli.Terminal;

/// <summary>One cell of a table.</summary>
internal readonly record struct Cell(string Text, Ink Ink = Ink.Plain)
{
    /// <summary>What is not known; never a zero.</summary>
    public static Cell Missing { get; } = new("—", Ink.Muted);

    public static implicit operator Cell(string text) => new(text);
}
