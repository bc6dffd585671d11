using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>Runs one prepared statement whose parameters are bound.</summary>
internal static class StatementRun
{
    /// <summary>
    /// Plans, then runs. The interrupt is armed in between, because planning clears the connection's interrupt flag:
    /// a token cancelled earlier is seen by the check, later by the flag.
    /// </summary>
    public static ResultHandle Run(
        ConnectionHandle connection, StatementHandle statement, ResultMode mode, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var planned = mode == ResultMode.Streaming
            ? NativeMethods.duckdb_pending_prepared_streaming(statement, out var pending)
            : NativeMethods.duckdb_pending_prepared(statement, out pending);
        using (pending)
        {
            if (planned != NativeState.Success)
                throw Failure(ErrorMessage.ToException(NativeMethods.duckdb_pending_error(pending)), cancellationToken);
            var result = new ResultHandle();
            try
            {
                using (connection.InterruptedBy(cancellationToken))
                {
                    if (NativeMethods.duckdb_execute_pending(pending, result) == NativeState.Success)
                        return result;
                }

                throw Failure(ErrorMessage.ToException(NativeMethods.duckdb_result_error(result)), cancellationToken);
            }
            catch
            {
                result.Dispose();
                throw;
            }
        }
    }

    /// <summary>An interrupt is a cancellation, whether a token or <c>Cancel</c> asked for it.</summary>
    public static Exception Failure(DuckDbException exception, CancellationToken cancellationToken) =>
        exception.IsInterrupt
            ? new OperationCanceledException("The statement was interrupted.", exception, cancellationToken)
            : exception;
}
