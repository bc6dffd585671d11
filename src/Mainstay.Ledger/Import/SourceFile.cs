using System.IO.Compression;
using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>A file on disk, known by its first bytes: what it is made of, whether it is compressed, how its text is encoded.</summary>
internal sealed record SourceFile(string Path, long Length, FileFormat Format, bool IsCompressed, Encoding Encoding)
{
    /// <summary>True when a person named the encoding: bytes it does not know are replaced then.</summary>
    public bool IsEncodingAsked { get; init; }

    /// <summary>What a file is asked to be, whatever it holds.</summary>
    public const string TableFile = "a CSV, TSV, JSON lines, Parquet or XLSX file";

    private const int SampleBytes = 1024 * 1024;

    /// <summary>The file's name, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Looks at the beginning of a file; refuses what cannot be a table.</summary>
    public static SourceFile Inspect(string path, ReadOptions options)
    {
        if (Directory.Exists(path))
            throw Refuse(path, "a directory", "Name one file in it.");
        if (!File.Exists(path))
            throw Refuse(path, "no file of that name", "Check the path.");
        using var file = File.OpenRead(path);
        if (file.Length == 0)
            throw Refuse(path, "an empty file", "Export it again.");
        var start = ReadStart(file, 16);
        var isCompressed = start.AsSpan().StartsWith<byte>([0x1F, 0x8B]);
        file.Position = 0;
        using var content = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var sample = ReadStart(content, SampleBytes);
        if (sample.Length == 0)
            throw Refuse(path, "an empty compressed file", "Export it again.");
        var format = FormatOf(path, sample, isCompressed);
        var encoding = format is FileFormat.Parquet or FileFormat.Spreadsheet
            ? Encoding.UTF8
            : TextEncoding.Detect(path, sample, options.Encoding);
        if (format == FileFormat.Delimited && LooksLikeJson(sample, encoding))
            format = FileFormat.JsonLines;
        return new SourceFile(path, file.Length, format, isCompressed, encoding) { IsEncodingAsked = options.Encoding is not null };
    }

    /// <summary>The file's text as UTF-8 without a byte order mark.</summary>
    public TextStream OpenText()
    {
        var file = File.OpenRead(Path);
        Stream content = IsCompressed ? new WholeGzipStream(file) : file;
        if (Encoding is not UTF8Encoding || IsEncodingAsked)
            content = Encoding.CreateTranscodingStream(content, Encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return new TextStream(content, file);
    }

    /// <summary>The refusal of a file that is no table.</summary>
    public static ImportException Refuse(string path, string found, string advice) => new(new InputProblem(
        path, found, $"{TableFile} of orders", advice));

    private static FileFormat FormatOf(string path, ReadOnlySpan<byte> sample, bool isCompressed)
    {
        var isTableFile = !isCompressed;
        if (sample.StartsWith("PAR1"u8) && isTableFile)
            return FileFormat.Parquet;
        if (sample.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) && isTableFile)
            return FileFormat.Spreadsheet;
        if (!sample.StartsWith("PK\u0003\u0004"u8))
            return FileFormat.Delimited;
        if (isTableFile && IsWorkbook(path))
            return FileFormat.Spreadsheet;
        throw Refuse(path, "a zip archive that is no spreadsheet", "Unpack it and name the file inside.");
    }

    private static bool IsWorkbook(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return archive.GetEntry("[Content_Types].xml") is not null || archive.GetEntry("xl/workbook.xml") is not null;
        }
        catch (InvalidDataException cause)
        {
            throw new ImportException(new InputProblem(
                path, "a damaged zip archive or spreadsheet", "a whole XLSX file", "Copy or export the file again."), cause);
        }
    }

    private static bool LooksLikeJson(byte[] sample, Encoding encoding)
    {
        var text = encoding.GetString(sample, 0, Math.Min(sample.Length, 400)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('{') || text.StartsWith("[{", StringComparison.Ordinal) || text.StartsWith("[\n", StringComparison.Ordinal);
    }

    private static byte[] ReadStart(Stream stream, int most)
    {
        var buffer = new byte[most];
        var read = stream.ReadAtLeast(buffer, most, throwOnEndOfStream: false);
        return buffer[..read];
    }
}
