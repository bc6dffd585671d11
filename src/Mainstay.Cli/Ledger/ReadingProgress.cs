using System.Globalization;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Ledger;

/// <summary>Shows how far a file has been read.</summary>
internal sealed class ReadingProgress(ProgressLine line) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => line.Show(
        value.BytesTotal == 0 ? 1 : (double)value.BytesRead / value.BytesTotal,
        string.Create(CultureInfo.InvariantCulture, $"reading, {value.Rows:N0} rows"));
}
