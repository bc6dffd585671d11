using System.Data.Common;
using System.Globalization;
using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>A connection string, read once: <c>Data Source=PATH or :memory:; Threads; Memory Limit; Read Only; Temp Directory</c>.</summary>
internal sealed record ConnectionSettings
{
    public const string Memory = ":memory:";

    /// <summary>The file's full path, or <see cref="Memory"/>.</summary>
    public required string DataSource { get; init; }

    public int? Threads { get; private init; }

    public string? MemoryLimit { get; private init; }

    public bool ReadOnly { get; private init; }

    public string? TempDirectory { get; private init; }

    public bool IsMemory => DataSource == Memory;

    public static ConnectionSettings Parse(string connectionString)
    {
        var settings = new ConnectionSettings { DataSource = "" };
        var words = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach (string word in words.Keys)
        {
            var value = Convert.ToString(words[word], CultureInfo.InvariantCulture)!;
            settings = word.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
            {
                "DATASOURCE" => settings with { DataSource = value == Memory ? Memory : Path.GetFullPath(value) },
                "THREADS" => settings with { Threads = ThreadsIn(value) },
                "MEMORYLIMIT" => settings with { MemoryLimit = value },
                "READONLY" => settings with { ReadOnly = ReadOnlyIn(value) },
                "TEMPDIRECTORY" => settings with { TempDirectory = Path.GetFullPath(value) },
                _ => throw new ArgumentException(
                    $"The connection string says '{word}'; it knows Data Source, Threads, Memory Limit, Read Only and Temp Directory.",
                    nameof(connectionString)),
            };
        }

        return settings.DataSource.Length > 0
            ? settings
            : throw new ArgumentException("The connection string names no Data Source (a path, or :memory:).", nameof(connectionString));
    }

    /// <summary>
    /// The engine's configuration. Extensions are never fetched or loaded by themselves: no request may leave the
    /// machine, and what Mainstay uses is built in.
    /// </summary>
    public ConfigHandle ToConfig()
    {
        if (NativeMethods.duckdb_create_config(out var config) != NativeState.Success)
            throw new DuckDbException("The engine could not create a configuration.", DuckDbErrorType.OutOfMemory);
        try
        {
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            Set(config, "allow_community_extensions", "false");
            Set(config, "access_mode", ReadOnly ? "READ_ONLY" : "READ_WRITE");
            Set(config, "threads", Threads?.ToString(CultureInfo.InvariantCulture));
            Set(config, "memory_limit", MemoryLimit);
            Set(config, "temp_directory", TempDirectory);
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }

    private static void Set(ConfigHandle config, string name, string? value)
    {
        if (value is not null && NativeMethods.duckdb_set_config(config, name, value) != NativeState.Success)
            throw new DuckDbException($"Invalid Configuration Error: {name} cannot be '{value}'.");
    }

    private static int ThreadsIn(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads > 0
            ? threads
            : throw new ArgumentException($"Threads={value}: expected a number from 1.", nameof(value));

    private static bool ReadOnlyIn(string value) =>
        bool.TryParse(value, out var readOnly)
            ? readOnly
            : throw new ArgumentException($"Read Only={value}: expected true or false.", nameof(value));
}
