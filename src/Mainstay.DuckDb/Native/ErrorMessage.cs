using System.Runtime.InteropServices;
using System.Text;

namespace Mainstay.DuckDb.Native;

/// <summary>The engine's error texts: read, classed by their prefix, and cut, for they can echo a whole input line.</summary>
internal static class ErrorMessage
{
    private const int LongestLine = 400;
    private const int LongestText = 2_000;

    private static readonly Dictionary<string, DuckDbErrorType> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Out of Range"] = DuckDbErrorType.OutOfRange,
        ["Conversion"] = DuckDbErrorType.Conversion,
        ["Unknown Type"] = DuckDbErrorType.UnknownType,
        ["Decimal"] = DuckDbErrorType.Decimal,
        ["Mismatch Type"] = DuckDbErrorType.MismatchType,
        ["Divide by Zero"] = DuckDbErrorType.DivideByZero,
        ["Object Size"] = DuckDbErrorType.ObjectSize,
        ["Invalid type"] = DuckDbErrorType.InvalidType,
        ["Serialization"] = DuckDbErrorType.Serialization,
        ["TransactionContext"] = DuckDbErrorType.Transaction,
        ["Not implemented"] = DuckDbErrorType.NotImplemented,
        ["Expression"] = DuckDbErrorType.Expression,
        ["Catalog"] = DuckDbErrorType.Catalog,
        ["Parser"] = DuckDbErrorType.Parser,
        ["Planner"] = DuckDbErrorType.Planner,
        ["Executor"] = DuckDbErrorType.Executor,
        ["Constraint"] = DuckDbErrorType.Constraint,
        ["Index"] = DuckDbErrorType.Index,
        ["Connection"] = DuckDbErrorType.Connection,
        ["Syntax"] = DuckDbErrorType.Syntax,
        ["Settings"] = DuckDbErrorType.Settings,
        ["Binder"] = DuckDbErrorType.Binder,
        ["IO"] = DuckDbErrorType.IO,
        ["INTERRUPT"] = DuckDbErrorType.Interrupt,
        ["FATAL"] = DuckDbErrorType.Fatal,
        ["INTERNAL"] = DuckDbErrorType.Internal,
        ["Invalid Input"] = DuckDbErrorType.InvalidInput,
        ["Out of Memory"] = DuckDbErrorType.OutOfMemory,
        ["Permission"] = DuckDbErrorType.Permission,
        ["Parameter Not Resolved"] = DuckDbErrorType.ParameterNotResolved,
        ["Parameter Not Allowed"] = DuckDbErrorType.ParameterNotAllowed,
        ["Dependency"] = DuckDbErrorType.Dependency,
        ["HTTP"] = DuckDbErrorType.Http,
        ["Missing Extension"] = DuckDbErrorType.MissingExtension,
        ["Extension Autoloading"] = DuckDbErrorType.Autoload,
        ["Sequence"] = DuckDbErrorType.Sequence,
        ["Invalid Configuration"] = DuckDbErrorType.InvalidConfiguration,
    };

    /// <summary>The exception for the message at <paramref name="text"/>, which stays the engine's.</summary>
    public static DuckDbException ToException(nint text) => new(Read(text));

    /// <summary>The exception for what the appender reports.</summary>
    public static DuckDbException ToException(ErrorDataHandle error) =>
        new(Read(NativeMethods.duckdb_error_data_message(error)), NativeMethods.duckdb_error_data_error_type(error));

    /// <summary>The class of error named before <c>" Error: "</c>.</summary>
    public static DuckDbErrorType TypeOf(string message)
    {
        var end = message.IndexOf(" Error: ", StringComparison.Ordinal);
        return end > 0 && Prefixes.TryGetValue(message[..end], out var type) ? type : DuckDbErrorType.Invalid;
    }

    /// <summary>The message with each line, and the whole, cut to a length a person can read.</summary>
    public static string Cut(string message)
    {
        if (message.Length <= LongestLine)
            return message;
        var cut = string.Join('\n', message.Split('\n').Select(line => CutTo(line, LongestLine)));
        return CutTo(cut, LongestText);
    }

    private static string CutTo(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    /// <summary>Reads the head of a message only: the engine may echo a line of any length.</summary>
    private static unsafe string Read(nint text)
    {
        if (text == 0)
            return "The engine gave no reason.";
        var bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text);
        return Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 64 * 1024)]);
    }
}
