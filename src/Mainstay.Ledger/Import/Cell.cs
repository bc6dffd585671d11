namespace Mainstay.Ledger.Import;

/// <summary>What every cell has in common, whatever it holds.</summary>
internal static class Cell
{
    /// <summary>Without spaces around it, and without the apostrophe that keeps a spreadsheet from reading a number.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
            return text;
        if (text[0] <= ' ' || text[^1] <= ' ')
            text = text.Trim(" \t\r\n"u8);
        if (text.Length > 0 && (text[0] == 0xC2 || text[^1] == 0xA0))
            text = TrimNoBreakSpaces(text);
        return text.Length > 1 && text[0] == '\'' && IsShielded(text[1]) ? text[1..] : text;
    }

    /// <summary>True for an empty cell and for the words software writes into one.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> text) => text.Length switch
    {
        0 => true,
        1 => text[0] == '-',
        2 => text.SequenceEqual("\\N"u8),
        3 => Is(text, "nan"u8) || Is(text, "n/a"u8) || text.SequenceEqual("\u2014"u8),
        4 => Is(text, "null"u8) || Is(text, "#n/a"u8) || Is(text, "none"u8),
        _ => false,
    };

    /// <summary>Equal but for the case of ASCII letters.</summary>
    public static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => System.Text.Ascii.EqualsIgnoreCase(text, word);

    private static bool IsShielded(byte next) =>
        next is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'=' or (byte)'@' or (byte)'#';

    private static ReadOnlySpan<byte> TrimNoBreakSpaces(ReadOnlySpan<byte> text)
    {
        while (text.StartsWith("\u00A0"u8))
            text = text[2..];
        while (text.EndsWith("\u00A0"u8))
            text = text[..^2];
        return text.Trim(" \t\r\n"u8);
    }
}
