using System.Buffers.Binary;

namespace Mainstay.Cli.Forwarding;

/// <summary>Write-only stream that puts what it is given into frames of one kind on a shared stream.</summary>
internal sealed class FrameStream(Stream target, Lock turn, FrameKind kind) : Stream
{
    public const int HeaderSize = 5;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.IsEmpty)
            return;
        Span<byte> header = stackalloc byte[HeaderSize];
        header[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], buffer.Length);
        lock (turn)
        {
            target.Write(header);
            target.Write(buffer);
            target.Flush();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Every frame is flushed when written.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
