using System.Globalization;
using Npgsql;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>
/// <c>postgres://user:password@host:port/database?sslmode=require</c>, as the server's own tools write it. Without a
/// password the environment's <c>PGPASSWORD</c> and the password file are asked.
/// </summary>
internal sealed record PostgresAddress
{
    private const string Example = "postgres://user@host:5432/database";

    private static readonly Dictionary<string, Action<NpgsqlConnectionStringBuilder, string>> s_options =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["sslmode"] = (to, value) => to.SslMode = Enum.Parse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            ["sslrootcert"] = (to, value) => to.RootCertificate = value,
            ["connect_timeout"] = (to, value) => to.Timeout = int.Parse(value, CultureInfo.InvariantCulture),
            ["host"] = (to, value) => to.Host = value,
            ["port"] = (to, value) => to.Port = int.Parse(value, CultureInfo.InvariantCulture),
            ["user"] = (to, value) => to.Username = value,
            ["search_path"] = (to, value) => to.SearchPath = value,
        };

    private readonly NpgsqlConnectionStringBuilder _connection;

    private PostgresAddress(NpgsqlConnectionStringBuilder connection) => _connection = connection;

    /// <summary>For people: no password, no options.</summary>
    public string Shown =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://{_connection.Username}@{_connection.Host}:{_connection.Port}/{_connection.Database}");

    public string Host => _connection.Host!;

    public int Port => _connection.Port;

    public string Database => _connection.Database!;

    public string User => _connection.Username!;

    /// <summary>The address's own password, else that of the environment; null where neither gives one.</summary>
    public string? Password =>
        NamesPassword ? _connection.Password : Environment.GetEnvironmentVariable("PGPASSWORD") is { Length: > 0 } given ? given : null;

    public bool NamesPassword => !string.IsNullOrEmpty(_connection.Password);

    public static PostgresAddress Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            throw Refuse("an address that does not start with postgres://");
        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        if (database.Length == 0 || database.Contains('/', StringComparison.Ordinal))
            throw Refuse("no database after the host");
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host.Trim('[', ']') : "localhost",
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = database,
            ApplicationName = "mainstay",
            IncludeErrorDetail = false,
            PersistSecurityInfo = false,
            CommandTimeout = 0,
            KeepAlive = 30,
        };
        var user = uri.UserInfo.Split(':', 2);
        connection.Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : Environment.UserName;
        if (user.Length > 1)
            connection.Password = Uri.UnescapeDataString(user[1]);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Apply(connection, option);
        return new PostgresAddress(connection);
    }

    /// <summary>Connections to it; refuses a server that is too old.</summary>
    public NpgsqlDataSource Open()
    {
        void Check(NpgsqlConnection connection) => ServerVersion.Require(connection.PostgreSqlVersion, Shown);
        return new NpgsqlDataSourceBuilder(_connection.ConnectionString)
            .UsePhysicalConnectionInitializer(Check, connection =>
            {
                Check(connection);
                return Task.CompletedTask;
            })
            .Build();
    }

    private static void Apply(NpgsqlConnectionStringBuilder connection, string option)
    {
        var pair = option.Split('=', 2);
        if (!s_options.TryGetValue(pair[0], out var apply) || pair.Length < 2)
            throw Refuse($"the option {pair[0]}", $"one of {string.Join(", ", s_options.Keys)}, as name=value");
        try
        {
            apply(connection, Uri.UnescapeDataString(pair[1]));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            throw Refuse($"a value of {pair[0]} that it does not take");
        }
    }

    private static MistakeException Refuse(string found, string? expected = null) => new(
        $"The ledger's address cannot be used: {found}.", "--ledger", found, expected ?? Example,
        "Write it as " + Example + "; the password belongs in PGPASSWORD or in the password file.");
}
