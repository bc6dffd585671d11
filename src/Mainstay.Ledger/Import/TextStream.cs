using System.Text.Unicode;

namespace Mainstay.Ledger.Import;

/// <summary>
/// UTF-8 text without the byte order mark it may start with, which knows how many bytes of the file on disk were
/// read to produce it.
/// </summary>
internal sealed class TextStream(Stream content, Stream file) : Stream
{
    private readonly byte[] _cut = new byte[4];
    private int _cutLength;
    private bool _hasStarted;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Bytes of the file on disk behind us.</summary>
    public long Consumed => file.CanSeek ? file.Position : 0;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = ReadUnmarked(buffer);
        Check(buffer[..read]);
        return read;
    }

    private int ReadUnmarked(Span<byte> buffer)
    {
        if (_hasStarted || buffer.Length < Mark.Length)
            return content.Read(buffer);
        _hasStarted = true;
        var read = content.ReadAtLeast(buffer, Mark.Length, throwOnEndOfStream: false);
        if (!buffer[..read].StartsWith(Mark))
            return read;
        buffer[Mark.Length..read].CopyTo(buffer);
        return read > Mark.Length ? read - Mark.Length : content.Read(buffer);
    }

    /// <summary>Each piece must be UTF-8; a letter may be cut between two pieces.</summary>
    private void Check(ReadOnlySpan<byte> piece)
    {
        if (_cutLength > 0 && piece.Length > 0)
        {
            Span<byte> letter = stackalloc byte[8];
            _cut.AsSpan(0, _cutLength).CopyTo(letter);
            var more = 0;
            while (more < piece.Length && more < 4 && (piece[more] & 0xC0) == 0x80)
                letter[_cutLength + more] = piece[more++];
            if (!Utf8.IsValid(letter[..(_cutLength + more)]))
                throw new NotUtf8Exception();
            piece = piece[more..];
        }

        _cutLength = 0;
        if (Utf8.IsValid(piece))
            return;
        var start = piece.Length - 1;
        while (start > 0 && start > piece.Length - 4 && (piece[start] & 0xC0) == 0x80)
            start--;
        if (!Utf8.IsValid(piece[..start]) || piece[start] < 0xC2)
            throw new NotUtf8Exception();
        _cutLength = piece.Length - start;
        piece[start..].CopyTo(_cut);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
