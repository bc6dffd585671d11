using System.Text.Unicode;

namespace Mainstay.Ledger.Import;

/// <summary>
/// UTF-8 text without the byte order mark it may start with, which knows how many bytes of the file on disk were
/// read to produce it.
/// </summary>
internal sealed class TextStream(Stream content, Stream file) : ForwardStream
{
    private readonly byte[] _cut = new byte[4];
    private int _cutLength;
    private bool _hasStarted;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Bytes of the file on disk behind us.</summary>
    public long Consumed => file.CanSeek ? file.Position : 0;

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
