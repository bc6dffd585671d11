using System.Xml;
using ExcelDataReader.Exceptions;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>Turns what the world throws while a file is read into the problem it is for the person who named the file.</summary>
internal static class ReadableFile
{
    /// <summary>Reads, and names the problem when the file is not whole.</summary>
    /// <exception cref="ImportException">The file is damaged, cut off or closed to us.</exception>
    public static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is not NotUtf8Exception && Describe(cause) is { } found)
        {
            throw new ImportException(
                new InputProblem(path, found, "a whole and readable file", "Copy or export the file again."), cause);
        }
    }

    private static string? Describe(Exception cause) => cause switch
    {
        InvalidDataException => "damaged or cut-off compressed data",
        ExcelReaderException => "a damaged or protected spreadsheet",
        XmlException => "a damaged spreadsheet",
        DuckDbException => "a damaged Parquet file",
        UnauthorizedAccessException => "a file we may not read",
        EndOfStreamException => "a file that is cut off",
        IOException => $"a file that cannot be read ({cause.Message})",
        _ => null,
    };
}
