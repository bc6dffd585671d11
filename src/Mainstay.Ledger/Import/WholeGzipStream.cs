using System.Buffers.Binary;
using System.IO.Compression;

namespace Mainstay.Ledger.Import;

/// <summary>
/// A gzip file, unpacked, that is found out when it was cut off: <see cref="GZipStream"/> takes the end of the file for
/// the end of the data, and half the orders would be missing without a word. Mutable: it reads on.
/// </summary>
internal sealed class WholeGzipStream(FileStream file) : ForwardStream
{
    private const int ShortestMember = 18;

    private readonly GZipStream _content = new(file, CompressionMode.Decompress, leaveOpen: true);
    private long _unpacked;
    private bool _isVerified;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _unpacked += read;
        if (read == 0 && buffer.Length > 0 && !_isVerified)
            Verify();
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The last four bytes of a gzip member say how much it holds.</summary>
    private void Verify()
    {
        _isVerified = true;
        if (file.Length >= ShortestMember && unchecked((uint)_unpacked) == StatedLength() || HasSeveralMembers())
            return;
        throw new InvalidDataException("The gzip file is cut off.");
    }

    private uint StatedLength()
    {
        Span<byte> trailer = stackalloc byte[4];
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    /// <summary>Members one after another state a length each, so the last one says nothing about the whole.</summary>
    private bool HasSeveralMembers()
    {
        file.Position = 0;
        var buffer = new byte[1 << 20];
        var kept = 0;
        var isFirst = true;
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            var window = buffer.AsSpan(0, kept + read);
            for (var at = isFirst ? 1 : 0; at + 10 <= window.Length; at++)
            {
                if (IsMemberHeader(window.Slice(at, 10)))
                    return true;
            }

            if (read == 0)
                return false;
            isFirst = false;
            kept = Math.Min(9, window.Length);
            window[^kept..].CopyTo(buffer);
        }
    }

    /// <summary>Magic, method, and flags, extra flags and system within what packers write.</summary>
    private static bool IsMemberHeader(ReadOnlySpan<byte> bytes) =>
        bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && bytes[3] is 0 or 4 or 8 && bytes[8] is 0 or 2 or 4
        && bytes[9] is <= 13 or 255;
}
