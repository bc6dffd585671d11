using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>Stages a file and says what came of it, for tests.</summary>
internal sealed class Staging : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private Staging(DuckDbConnection connection, StagedFile file) => (Connection, File) = (connection, file);

    public DuckDbConnection Connection { get; }

    public StagedFile File { get; }

    public static async Task<Staging> OfAsync(string path, ReadOptions? options = null, BusinessSettings? settings = null)
    {
        var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        try
        {
            return new Staging(connection, await OrderFileReader.StageAsync(connection, path, options ?? new(), settings ?? new()));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Stages text written to a file of its own.</summary>
    public static async Task<Staging> OfTextAsync(string text, ReadOptions? options = null, BusinessSettings? settings = null) =>
        await OfBytesAsync(Encoding.UTF8.GetBytes(text), options, settings);

    public static async Task<Staging> OfBytesAsync(byte[] bytes, ReadOptions? options = null, BusinessSettings? settings = null)
    {
        using var file = TextFile.Of(bytes);
        return await OfAsync(file.Path, options, settings);
    }

    /// <summary>The problem a text is refused for.</summary>
    public static async Task<InputProblem> ProblemOfAsync(string text, ReadOptions? options = null) =>
        (await Assert.ThrowsAsync<ImportException>(async () => (await OfTextAsync(text, options)).Dispose())).Problem;

    /// <summary>What is known of the file as JSON, then its rows and rejects as lines.</summary>
    public string Describe()
    {
        var text = new StringBuilder(JsonSerializer.Serialize(File with { Path = Path.GetFileName(File.Path) }, Json)).Append('\n');
        text.Append("\nstaged_rows\n").AppendJoin('\n', Rows("select * exclude (file_number, staged_id) from staged_rows order by row_number, line_ref nulls first, amount desc"));
        text.Append("\n\nstaged_rejects\n").AppendJoin('\n', Rows("select * exclude (file_number) from staged_rejects order by row_number"));
        return text.Append('\n').ToString();
    }

    public IReadOnlyList<string> Rows(string sql) => Import.Rows.Of(Connection, sql);

    public void Dispose() => Connection.Dispose();
}
