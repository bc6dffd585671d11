namespace Mainstay.Ledger.Import;

/// <summary>Finds delimiter, line end and header of a text file by trying them on its beginning.</summary>
internal static class DelimitedSniffer
{
    private const int SampleBytes = 256 * 1024;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The reading under which the header says most to us.</summary>
    public static TableSource Find(SourceFile file, ReadOptions options)
    {
        var sample = Sample(file);
        var newline = sample.AsSpan().Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
        HeaderLine? best = null;
        var delimiter = ',';
        foreach (var candidate in options.Delimiter is { } asked ? [asked] : Delimiters)
        {
            var header = Try(sample, candidate, newline, file, options);
            if (best is null || header.Known > best.Known || header.Known == best.Known && header.Columns.Count > best.Columns.Count)
                (best, delimiter) = (header, candidate);
        }

        return new TableSource(file, delimiter, newline, best!.Row, best.Columns);
    }

    private static HeaderLine Try(byte[] sample, char delimiter, byte newline, SourceFile file, ReadOptions options)
    {
        var memory = new MemoryStream(sample);
        using var reader = new DelimitedReader(new TextStream(memory, memory), delimiter, newline, file.Path);
        return HeaderLine.Find(reader, options);
    }

    private static byte[] Sample(SourceFile file)
    {
        using var text = file.OpenText();
        var buffer = new byte[SampleBytes];
        var read = text.ReadAtLeast(buffer, SampleBytes, throwOnEndOfStream: false);
        return buffer[..read];
    }
}
