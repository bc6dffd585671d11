using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Tests.Import.Commit;
using Mainstay.Ledger.Tests.Import.Facts;

namespace Mainstay.Ledger.Tests.Engines;

public sealed class SqlFileTests
{
    /// <summary>Opening a ledger runs the migrations, reading a file runs the statements of Import itself.</summary>
    private static IReadOnlyList<SqlFile> Files { get; } =
        [.. SqlFile.All(typeof(SqlFile).Assembly).Where(file => !file.Name.Contains(".Migrations.", StringComparison.Ordinal)
            && !file.Name.EndsWith(".postgres", StringComparison.Ordinal)
            && NamespaceOf(file) != typeof(Mainstay.Ledger.Import.OrderFileReader).Namespace)];

    [Fact]
    public async Task Every_statement_can_be_planned_with_the_types_its_header_declares()
    {
        using var ledger = await TestEngine.DuckDb.OpenAsync();
        await ledger.ImportAsync(new StagedRow { Customer = "anna", Day = new DateOnly(2024, 5, 1), Amount = 1 });
        await ledger.ImportTextAsync(ledger.Staging, "date,activity,customer,order\n2024-05-02,support,anna,O1\n");
        await ledger.ImportTextAsync(ledger.Staging, "sku,unit_cost\nTEA,3\n");
        Run(ledger, $"create temp table moved_facts as {Named("moved_facts")}");
        Run(ledger, "create temp table winners (row_key uuid, version_number bigint)");
        Run(ledger, "create temp table plain_days (customer_id uuid, day date, spend decimal(38,4))");
        Run(ledger, "create temp table shared_days (customer_id uuid, day date)");

        Assert.All(Files, file => Run(ledger, $"explain {WithTypedNulls(file)}"));
    }

    [Fact]
    public void Every_parameter_is_cast_to_the_type_its_header_declares() => Assert.All(Files, file =>
        Assert.All(file.Parameters, parameter =>
            Assert.Contains($"cast(${parameter.Name} as {parameter.Type})", file.Text, StringComparison.Ordinal)));

    [Fact]
    public void A_header_declares_parameters_over_several_lines_with_their_types()
    {
        var record = SqlFile.Beside(typeof(Mainstay.Ledger.Import.Commit.OrderImport), "record_import");

        Assert.Equal(13, record.Parameters.Count);
        Assert.Contains(new SqlParameterInfo("imported_at", "timestamptz"), record.Parameters);
        Assert.Contains(new SqlParameterInfo("last_day", "date"), record.Parameters);
    }

    [Fact]
    public async Task A_statement_that_is_wrong_does_not_pass_unnoticed()
    {
        using var ledger = await TestEngine.DuckDb.OpenAsync();
        Assert.Throws<DuckDbException>(() => Run(ledger, "explain select nothing from order_lines"));
    }

    private static string NamespaceOf(SqlFile file)
    {
        var name = file.Name.Replace(".duckdb", "", StringComparison.Ordinal);
        return name[..name.LastIndexOf('.')];
    }

    private static string Named(string name) =>
        WithTypedNulls(Files.Single(file => file.Name.EndsWith($".{name}", StringComparison.Ordinal)));

    private static string WithTypedNulls(SqlFile file) => file.Parameters.Aggregate(file.Text, (text, parameter) =>
        text.Replace($"${parameter.Name} ", $"cast(null as {parameter.Type}) ", StringComparison.Ordinal));

    private static void Run(TestLedger ledger, string sql)
    {
        using var command = ledger.Staging.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
