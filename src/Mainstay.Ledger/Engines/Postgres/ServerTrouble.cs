using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>Why a server could not be worked with, in words; never holds a password.</summary>
/// <param name="Error">One sentence without a full stop.</param>
/// <param name="Do">The next step.</param>
/// <param name="Found">What the server said, where that helps.</param>
public sealed record ServerTrouble(string Error, string Do, string? Found = null)
{
    private const string Password = "put it in PGPASSWORD or in the password file (~/.pgpass)";
    private const string Again = "run the same command again";

    /// <summary>The trouble behind an exception; null where it is not a server's.</summary>
    public static ServerTrouble? Of(Exception exception) => exception switch
    {
        PostgresException answered => Answered(answered),
        NpgsqlException silent => Silent(silent),
        AggregateException { InnerExceptions.Count: 1 } wrapped => Of(wrapped.InnerExceptions[0]),
        _ when exception.InnerException is { } cause => Of(cause),
        _ => null,
    };

    /// <summary>The server answered with an error (PostgreSQL documentation, Appendix A, "Error Codes").</summary>
    private static ServerTrouble Answered(PostgresException answer) => answer.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword => new("the server does not accept this user's password", Password),
        PostgresErrorCodes.InvalidAuthorizationSpecification => new("the server does not let this user in",
            "check the user in the address, and that pg_hba.conf lets them connect from here", Said(answer)),
        PostgresErrorCodes.InvalidCatalogName => new("there is no such database on the server",
            "create it (createdb), or correct the address", Said(answer)),
        PostgresErrorCodes.InsufficientPrivilege => new("this user may not do that on the server",
            "make them the owner of the database, or grant them CREATE on its schema", Said(answer)),
        PostgresErrorCodes.TooManyConnections => new("the server takes no more connections",
            $"close other programs that use it, or raise max_connections, and {Again}", Said(answer)),
        PostgresErrorCodes.DiskFull => new("the server's disk is full",
            $"free some space there and {Again}; the ledger holds nothing half done"),
        PostgresErrorCodes.OutOfMemory => new("the server has not enough memory for this",
            $"lower its work_mem or close other programs there, and {Again}", Said(answer)),
        PostgresErrorCodes.ReadOnlySqlTransaction => new("this server is a copy that only reads",
            "name the server that the copy follows", Said(answer)),
        PostgresErrorCodes.QueryCanceled => new("the server stopped a statement; nothing is left half done",
            $"see whether statement_timeout is set there, or who cancelled it, and {Again}", Said(answer)),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
            new("somebody else changed the same rows; nothing is left half done", Again),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            Gone(Said(answer)),
        _ => new("the server could not do this; nothing is left half done", "mainstay doctor", Said(answer)),
    };

    /// <summary>It did not answer, or no more.</summary>
    private static ServerTrouble Silent(NpgsqlException silence) => silence.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new("no server answers at this address",
            "start the server, or correct host and port"),
        SocketException
        {
            SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData,
        } => new("there is no host of this name", "correct the host in the address, or look at the network"),
        SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable } =>
            new("the server cannot be reached from here", "look at the network, or correct the host"),
        AuthenticationException => new("no encrypted connection to the server could be made",
            "check its certificate, or add ?sslmode=… to the address", Line(silence.InnerException.Message)),
        TimeoutException => new("the server did not answer in time", $"see that it runs and is not overloaded, and {Again}"),
        _ when silence.Message.StartsWith("No password", StringComparison.Ordinal) =>
            new("the server asks for a password, and there is none", Password),
        _ => Gone(Line(silence.Message)),
    };

    private static ServerTrouble Gone(string said) => new(
        "the connection to the server was lost; nothing is left half done", $"see that the server runs, and {Again}", said);

    private static string Said(PostgresException answer) => $"{answer.SqlState}: {Line(answer.MessageText)}";

    private static string Line(string message)
    {
        var line = message.Split('\n', 2)[0].TrimEnd();
        return line.Length <= 200 ? line : $"{line[..200]}…";
    }
}
