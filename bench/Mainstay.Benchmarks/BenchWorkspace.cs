namespace Mainstay.Benchmarks;

/// <summary>A workspace of our own, gone afterwards, and the program on it.</summary>
internal sealed class BenchWorkspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-bench-").FullName;

    /// <summary>The ledger's file.</summary>
    public string Ledger => Path.Combine(_folder, "mainstay.duckdb");

    public Measurement Run(params string[] arguments) =>
        MeasuredProcess.Once("dotnet", [FirstLight.Program, .. arguments, "--workspace", _folder]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
