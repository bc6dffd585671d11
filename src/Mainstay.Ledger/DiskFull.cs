using System.Data.Common;

namespace Mainstay.Ledger;

/// <summary>Tells a disk or a file that can take no more, whoever noticed: the runtime or the engine.</summary>
public static class DiskFull
{
    private const int NoSpaceLeftPosix = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);

    /// <summary>No space is left on the disk, or in the part of it this person may use.</summary>
    public static bool IsCauseOf(Exception exception) => exception is IOException or DbException
        && (exception.HResult is NoSpaceLeftPosix or DiskFullWindows or HandleDiskFullWindows
            || Says(exception, "No space left", "quota exceeded"));

    /// <summary>The file would have become larger than the disk's format, or a limit on the process, allows.</summary>
    public static bool IsLimitBehind(Exception exception) =>
        exception is IOException or DbException or ArgumentOutOfRangeException
        && Says(exception, "File too large", "file length was too large");

    private static bool Says(Exception exception, params string[] phrases) =>
        phrases.Any(phrase => exception.Message.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
