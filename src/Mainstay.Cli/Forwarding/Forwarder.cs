using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Forwarding;

/// <summary>
/// Sends a command to the <c>serve</c> that owns the workspace and prints what comes back, byte for byte.
/// </summary>
internal static class Forwarder
{
    public const string Route = "/internal/command";

    /// <summary>The exit code of the command run over there; null when nobody serves this workspace.</summary>
    public static async Task<int?> TryRunAsync(
        IReadOnlyList<string> args, CliContext context, string workspaceFolder, CancellationToken cancellationToken)
    {
        var servePath = Path.Combine(workspaceFolder, ServeFile.Name);
        if (ServeFile.Read(servePath) is not { } serve)
            return null;
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, serve.Address.TrimEnd('/') + Route)
        {
            Content = JsonContent.Create(CommandRequest.Of(args, context), ForwardingJson.Default.CommandRequest),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", serve.Token);
        try
        {
            using var answer = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return Refused(serve, servePath, $"{(int)answer.StatusCode} {answer.ReasonPhrase}");
            await using var frames = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await PrintAsync(frames, context, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException)
        {
            return Refused(serve, servePath, exception.Message);
        }
    }

    /// <summary>A dead server's file is removed and forgotten; a live one that refuses us is a failure.</summary>
    private static int? Refused(ServeFile serve, string servePath, string found)
    {
        if (serve.IsAlive)
            throw new CommandFailedException(new Failure("the running serve does not answer",
                Where: serve.Address, Found: found,
                Do: $"stop process {serve.Pid}, or remove {servePath} if that is not mainstay", Code: ExitCode.Failed));
        File.Delete(servePath);
        return null;
    }

    private static async Task<int> PrintAsync(Stream frames, CliContext context, CancellationToken cancellationToken)
    {
        var header = new byte[FrameStream.HeaderSize];
        var buffer = new byte[64 * 1024];
        context.Out.Flush();
        while (true)
        {
            if (await frames.ReadAtLeastAsync(
                header, header.Length, throwOnEndOfStream: false, cancellationToken) < header.Length)
                throw new CommandFailedException(new Failure("the running serve stopped in the middle of the answer",
                    Do: "look at its own terminal, then run the same command again", Code: ExitCode.Failed));
            var kind = (FrameKind)header[0];
            var left = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(1));
            while (left > 0)
            {
                var read = await frames.ReadAtLeastAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), 1,
                    throwOnEndOfStream: true, cancellationToken);
                left -= read;
                if (kind == FrameKind.Exit)
                    return BinaryPrimitives.ReadInt32LittleEndian(buffer);
                Print(context, kind, buffer.AsSpan(0, read));
            }
        }
    }

    private static void Print(CliContext context, FrameKind kind, ReadOnlySpan<byte> bytes)
    {
        if (kind == FrameKind.Output)
        {
            context.Output.Write(bytes);
            return;
        }

        context.ErrorStream.Write(bytes);
        context.ErrorStream.Flush();
    }
}
