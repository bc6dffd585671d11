using System.Diagnostics;

namespace Mainstay.Cli.Terminal;

/// <summary>
/// One line on a terminal that says how far long work is, and is gone afterwards; silent anywhere else. Mutable: it
/// remembers when it last wrote.
/// </summary>
internal sealed class ProgressLine(TextWriter error, bool interactive) : IDisposable
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _turn = new();
    private long _last = Stopwatch.GetTimestamp();
    private bool _written;

    /// <summary>Shows a share done from 0 to 1 and a word on it; a negative share draws no bar.</summary>
    public void Show(double share, string words)
    {
        if (!interactive)
            return;
        lock (_turn)
        {
            if (_written && share < 1 && Stopwatch.GetElapsedTime(_last) < Pause)
                return;
            _last = Stopwatch.GetTimestamp();
            _written = true;
            error.Write($"\r\e[K{Bar(share)}{words}");
            error.Flush();
        }
    }

    public void Dispose()
    {
        if (!_written)
            return;
        error.Write("\r\e[K");
        error.Flush();
    }

    private static string Bar(double share)
    {
        if (share < 0)
            return "";
        var done = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);
        return $"{new string('█', done)}{new string('░', BarWidth - done)} {Math.Clamp(share, 0, 1):P0}  ";
    }
}
