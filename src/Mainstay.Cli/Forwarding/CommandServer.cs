using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text.Json;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Forwarding;

/// <summary>Runs commands for other processes inside <c>serve</c>, which holds the ledger.</summary>
/// <param name="inside">Gives a context what only this process has: the open ledger.</param>
internal sealed class CommandServer(Func<CliContext, CliContext> inside)
{
    /// <summary>A <see cref="Mainstay.Web.Shell.CommandEndpoint"/>.</summary>
    public async Task HandleAsync(Stream request, Stream response, CancellationToken cancellationToken)
    {
        var asked = await JsonSerializer.DeserializeAsync(
            request, ForwardingJson.Default.CommandRequest, cancellationToken)
            ?? throw new JsonException("The request is empty.");
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipe = new Pipe();
        var pump = PumpAsync(pipe.Reader, response, gone);
        await using (var frames = pipe.Writer.AsStream(leaveOpen: true))
            await RunAsync(asked, frames, gone.Token);
        await pipe.Writer.CompleteAsync();
        await pump;
    }

    private async Task RunAsync(CommandRequest asked, Stream frames, CancellationToken cancellationToken)
    {
        var turn = new Lock();
        int code;
        using (var context = Context(asked, frames, turn))
            code = await CommandHost.RunAsync(asked.Args, context, cancellationToken);
        var exit = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(exit, code);
        await using var last = new FrameStream(frames, turn, FrameKind.Exit);
        last.Write(exit);
    }

    private CliContext Context(CommandRequest asked, Stream frames, Lock turn)
    {
        var output = new BufferedStream(new FrameStream(frames, turn, FrameKind.Output), 64 * 1024);
        var context = CliContext.Over(output, new FrameStream(frames, turn, FrameKind.Error), asked.WorkingDirectory);
        return inside(context with
        {
            Width = asked.Width,
            Color = asked.Color,
            Interactive = asked.Interactive,
            Environment = asked.Environment,
            SendsToServe = false,
        });
    }

    /// <summary>Copies frames to the caller as they come; a caller who hangs up stops the command.</summary>
    private static async Task PumpAsync(PipeReader frames, Stream response, CancellationTokenSource gone)
    {
        try
        {
            while (true)
            {
                var read = await frames.ReadAsync(CancellationToken.None);
                foreach (var part in read.Buffer)
                    if (!gone.IsCancellationRequested)
                        await response.WriteAsync(part, gone.Token);
                if (!gone.IsCancellationRequested)
                    await response.FlushAsync(gone.Token);
                frames.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            await gone.CancelAsync();
        }

        await frames.CompleteAsync();
    }
}
