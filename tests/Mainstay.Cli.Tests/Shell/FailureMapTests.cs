using System.Data.Common;
using Mainstay.Cli.Shell;

namespace Mainstay.Cli.Tests.Shell;

public sealed class FailureMapTests
{
    [Fact]
    public void Stopping_on_purpose_is_130_and_promises_nothing_half_done() =>
        Assert.Equal(new Failure("stopped; nothing is left half done", Code: ExitCode.Interrupted),
            FailureMap.Of(new OperationCanceledException()));

    [Fact]
    public void A_full_disk_is_named_whoever_noticed_it()
    {
        Assert.Equal("the disk is full", FailureMap.Of(new IOException("No space left on device : '/x'", 28)).Error);
        Assert.Equal("the disk is full", FailureMap.Of(new IOException("Disk quota exceeded : '/x'", 122)).Error);
        Assert.Equal("the disk is full", FailureMap.Of(new EngineException("IO Error: No space left on device")).Error);
    }

    [Fact]
    public void A_ledger_that_another_process_holds_is_said_in_words()
    {
        var failure = FailureMap.Of(new EngineException("IO Error: Could not set lock on file: Conflicting lock is held in 12"));

        Assert.Equal("another process has this workspace open", failure.Error);
        Assert.Equal(ExitCode.Failed, failure.Code);
    }

    [Fact]
    public void A_bug_is_one_sentence_without_a_trace_and_says_how_to_report_it()
    {
        var failure = FailureMap.Of(new InvalidOperationException("first line\n   at Mainstay.Somewhere()"));

        Assert.Equal("InvalidOperationException: first line", failure.Found);
        Assert.Contains("MAINSTAY_DEBUG=1", failure.Do, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, failure.Code);
    }

    [Fact]
    public void An_engine_message_that_echoes_a_whole_row_is_cut() =>
        Assert.Equal(241, FailureMap.Of(new EngineException(new string('x', 5000))).Found!.Length);

    private sealed class EngineException(string message) : DbException(message);
}
