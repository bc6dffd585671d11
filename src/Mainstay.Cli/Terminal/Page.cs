namespace Mainstay.Cli.Terminal;

/// <summary>What a person reads: the answer first, then the proof, then what to do next.</summary>
internal sealed class Page(TextWriter writer, int width, bool color)
{
    /// <summary>Narrower terminals wrap by themselves; wider ones make lines too long to read.</summary>
    private readonly int _width = Math.Clamp(width, 80, 100);

    /// <summary>The answer in a sentence or two.</summary>
    public void Answer(string sentence)
    {
        foreach (var line in TextWidth.Wrap(TextWidth.Safe(sentence), _width))
            writer.WriteLine(Paint(line, Ink.Strong));
    }

    public void Heading(string text)
    {
        writer.WriteLine();
        writer.WriteLine(Paint(text, Ink.Strong));
        writer.WriteLine();
    }

    public void Table(TextTable table)
    {
        foreach (var line in table.Lines(_width, Paint))
            writer.WriteLine(line);
    }

    public void Paragraph(string text, Ink ink = Ink.Plain)
    {
        foreach (var line in TextWidth.Wrap(TextWidth.Safe(text), _width))
            writer.WriteLine(Paint(line, ink));
    }

    /// <summary>One point of a list.</summary>
    public void Point(string text)
    {
        var first = true;
        foreach (var line in TextWidth.Wrap(TextWidth.Safe(text), _width - 2))
        {
            writer.WriteLine((first ? "· " : "  ") + line);
            first = false;
        }
    }

    /// <summary>The last line: what to do next.</summary>
    public void Next(string text)
    {
        writer.WriteLine();
        foreach (var line in TextWidth.Wrap(TextWidth.Safe($"Next: {text}"), _width))
            writer.WriteLine(line);
    }

    public void Line() => writer.WriteLine();

    private string Paint(string text, Ink ink) => !color ? text : ink switch
    {
        Ink.Strong => $"\e[1m{text}\e[0m",
        Ink.Muted => $"\e[2m{text}\e[0m",
        Ink.Gold => $"\e[33m{text}\e[0m",
        Ink.Losing => $"\e[31m{text}\e[0m",
        _ => text,
    };
}
