using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mainstay.Cli.Forwarding;

/// <summary><c>serve.json</c>: where a running <c>serve</c> says how to reach it. Only its owner may read it.</summary>
/// <param name="Address">Such as <c>http://127.0.0.1:5080</c>.</param>
/// <param name="Token">Proof that the caller could read this file.</param>
/// <param name="Pid">The serving process.</param>
internal sealed record ServeFile(string Address, string Token, int Pid)
{
    public const string Name = "serve.json";

    /// <summary>Whether the process that wrote it, not our own, still runs.</summary>
    [JsonIgnore]
    public bool IsAlive
    {
        get
        {
            if (Pid == Environment.ProcessId)
                return false;
            try
            {
                using var process = System.Diagnostics.Process.GetProcessById(Pid);
                return !process.HasExited;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    /// <summary>What the file says; null when there is none or it is not ours.</summary>
    public static ServeFile? Read(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ForwardingJson.Default.ServeFile)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(path);
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, this, ForwardingJson.Default.ServeFile);
    }
}
