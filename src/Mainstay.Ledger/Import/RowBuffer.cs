namespace Mainstay.Ledger.Import;

/// <summary>
/// A sliding window over a stream that always starts at the current row. It grows for a long row, up to a limit
/// beyond which the file is not a table. Mutable: it is where a reader stands.
/// </summary>
internal sealed class RowBuffer(Stream stream) : IDisposable
{
    /// <summary>Longest row accepted.</summary>
    public const int LongestRow = 16 * 1024 * 1024;

    private const int Window = 1024 * 1024;

    /// <summary>The window; only the bytes before <see cref="Filled"/> count.</summary>
    public byte[] Bytes { get; private set; } = new byte[Window];

    /// <summary>Where the current row starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the window ends.</summary>
    public int Filled { get; private set; }

    /// <summary>True when the stream has nothing more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>True when the row at <see cref="Start"/> is longer than any row may be.</summary>
    public bool IsTooLong => Filled - Start >= LongestRow;

    /// <summary>The current row starts here now.</summary>
    public void MoveTo(int start) => Start = start;

    /// <summary>Reads on behind the current row, moving it to the front first.</summary>
    public void Refill()
    {
        if (Start > 0)
        {
            Bytes.AsSpan(Start, Filled - Start).CopyTo(Bytes);
            Filled -= Start;
            Start = 0;
        }

        if (Filled == Bytes.Length)
        {
            var larger = new byte[Math.Min(Bytes.Length * 2, LongestRow)];
            Bytes.AsSpan(0, Filled).CopyTo(larger);
            Bytes = larger;
        }

        while (Filled < Bytes.Length)
        {
            var read = stream.Read(Bytes, Filled, Bytes.Length - Filled);
            if (read == 0)
            {
                IsAtEnd = true;
                return;
            }

            Filled += read;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
