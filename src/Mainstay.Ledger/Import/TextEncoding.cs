using System.Text;
using System.Text.Unicode;

namespace Mainstay.Ledger.Import;

/// <summary>Tells the encoding of a text by its first megabyte, and refuses what is no text.</summary>
internal static class TextEncoding
{
    /// <summary>Windows-1252, what Western European spreadsheets still write.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding asked for, else the one the bytes are in: UTF-8, UTF-16 or Windows-1252.</summary>
    public static Encoding Detect(string path, byte[] sample, string? asked)
    {
        if (asked is not null)
            return Named(path, asked);
        if (sample.AsSpan().StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode;
        if (sample.AsSpan().StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        var zeros = sample.AsSpan().Count((byte)0);
        if (zeros > 0)
            return Wide(sample, zeros) ?? throw Binary(path);
        if (ControlLetters(sample) > sample.Length / 100)
            throw Binary(path);
        return IsUtf8(sample) ? Encoding.UTF8 : Windows1252;
    }

    /// <summary>True for UTF-8, be the last letter cut off.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> text)
    {
        for (var cut = 0; cut < 4 && cut <= text.Length; cut++)
        {
            if (Utf8.IsValid(text[..^cut]))
                return true;
            if (cut < text.Length && text[^(cut + 1)] < 0x80)
                return false;
        }

        return false;
    }

    private static Encoding Named(string path, string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException cause)
        {
            throw new ImportException(new InputProblem(
                path, $"the encoding name \"{name}\"", "a name such as utf-8, windows-1252 or utf-16", "Correct --encoding, or leave it out."), cause);
        }
    }

    /// <summary>UTF-16 without a mark: every other byte of Western text is zero.</summary>
    private static Encoding? Wide(byte[] sample, int zeros)
    {
        if (zeros < sample.Length / 4 || zeros > sample.Length / 2 + 1)
            return null;
        var high = 0;
        for (var at = 0; at < sample.Length; at += 2)
            high += sample[at] == 0 ? 1 : 0;
        if (high > zeros * 9 / 10)
            return Encoding.BigEndianUnicode;
        return high < zeros / 10 ? Encoding.Unicode : null;
    }

    private static int ControlLetters(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        foreach (var letter in sample)
            controls += letter < 0x20 && letter is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f') ? 1 : 0;
        return controls;
    }

    private static ImportException Binary(string path) =>
        SourceFile.Refuse(path, "a binary file", "Export the orders as CSV or XLSX and name that file.");
}
