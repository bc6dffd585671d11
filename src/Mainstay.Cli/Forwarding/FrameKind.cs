namespace Mainstay.Cli.Forwarding;

/// <summary>
/// What a frame of the answer carries. A frame: this byte, the length (4 bytes, little endian), the bytes.
/// </summary>
internal enum FrameKind : byte
{
    /// <summary>Bytes for standard output.</summary>
    Output = 1,

    /// <summary>Bytes for standard error.</summary>
    Error = 2,

    /// <summary>The exit code, four bytes, little endian; the last frame.</summary>
    Exit = 3,
}
