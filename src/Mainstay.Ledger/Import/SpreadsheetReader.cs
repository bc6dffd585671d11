using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Mainstay.Ledger.Import;

/// <summary>The first sheet of a workbook that holds anything, cell by cell as text: dates in ISO form, numbers invariant.</summary>
internal sealed class SpreadsheetReader : TableReader
{
    private readonly FileStream _file;
    private readonly IExcelDataReader _sheet;
    private bool _hasRow;

    /// <summary>Opens the workbook at its first sheet with a row.</summary>
    public SpreadsheetReader(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _file = File.OpenRead(path);
        try
        {
            _sheet = ExcelReaderFactory.CreateReader(_file, new ExcelReaderConfiguration { LeaveOpen = false });
            do
                _hasRow = _sheet.Read();
            while (!_hasRow && _sheet.NextResult());
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Original => DelimitedLine.Of(this);

    /// <inheritdoc/>
    public override long Position => _file.CanSeek ? _file.Position : 0;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (!_hasRow && !_sheet.Read())
            return false;
        _hasRow = false;
        Row++;
        StartRow();
        var used = 0;
        for (var column = 0; column < _sheet.FieldCount; column++)
        {
            var text = TextOf(_sheet.GetValue(column));
            var need = used + Encoding.UTF8.GetMaxByteCount(text.Length);
            if (Bytes.Length < need)
            {
                var larger = new byte[need * 2];
                Bytes.AsSpan(0, used).CopyTo(larger);
                Bytes = larger;
            }

            var start = used;
            used += Encoding.UTF8.GetBytes(text, Bytes.AsSpan(used));
            AddCell(start, used);
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _sheet.Dispose();
        _file.Dispose();
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
