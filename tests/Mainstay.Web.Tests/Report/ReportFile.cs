using System.Text;
using Mainstay.Web.Report;
using Mainstay.Worth;

namespace Mainstay.Web.Tests.Report;

/// <summary>A report written to a file of its own, gone when the test is.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-report-").FullName;

    private ReportFile() => Path = System.IO.Path.Combine(_folder, "report.html");

    public string Path { get; }

    public string Url => new Uri(Path).AbsoluteUri;

    public static async Task<ReportFile> WriteAsync(AnalysisDocument document, string locale = "en")
    {
        var file = new ReportFile();
        await using var writer = new StreamWriter(file.Path, append: false, new UTF8Encoding(false));
        await HtmlReport.WriteAsync(document, writer, locale, TestContext.Current.CancellationToken);
        return file;
    }

    public static async Task<string> TextAsync(AnalysisDocument document, string locale = "en")
    {
        await using var writer = new StringWriter();
        await HtmlReport.WriteAsync(document, writer, locale, TestContext.Current.CancellationToken);
        return writer.ToString();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
