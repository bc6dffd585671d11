using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>
/// A database open in this process, shared by its connections and closed with the last of them. The engine keeps
/// the table of open files, so a second connection to a path joins the first; memory is never shared by name.
/// Mutable: it counts its users.
/// </summary>
internal sealed class OpenDatabase
{
    private static readonly InstanceCacheHandle Opened = NativeMethods.duckdb_create_instance_cache();

    private readonly DatabaseHandle _handle;
    private readonly Lock _gate = new();
    private int _connections;

    private OpenDatabase(DatabaseHandle handle) => _handle = handle;

    public static OpenDatabase Open(ConnectionSettings settings)
    {
        using var config = settings.ToConfig();
        var state = settings.IsMemory
            ? NativeMethods.duckdb_open_ext(settings.DataSource, out var handle, config, out var error)
            : NativeMethods.duckdb_get_or_create_from_cache(Opened, settings.DataSource, out handle, config, out error);
        if (state == NativeState.Success)
            return new OpenDatabase(handle);

        handle.Dispose();
        var exception = ErrorMessage.ToException(error);
        NativeMethods.duckdb_free(error);
        throw exception;
    }

    public ConnectionHandle Connect()
    {
        lock (_gate)
        {
            if (NativeMethods.duckdb_connect(_handle, out var connection) != NativeState.Success)
                throw new DuckDbException("The engine could not open another connection.", DuckDbErrorType.Connection);
            _connections++;
            return connection;
        }
    }

    public void Disconnect(ConnectionHandle connection)
    {
        lock (_gate)
        {
            connection.Dispose();
            if (--_connections == 0)
                _handle.Dispose();
        }
    }
}
