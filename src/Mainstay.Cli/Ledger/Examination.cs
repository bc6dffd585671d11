using Mainstay.Cli.Shell;
using Mainstay.Cli.Worth;
using Mainstay.DuckDb;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;

namespace Mainstay.Cli.Ledger;

/// <summary>The checks of <c>doctor</c>. One that cannot be made is a finding, not a failure.</summary>
internal static class Examination
{
    public static Finding Engine() => Look("engine", "remove the folder artifacts and run ./mainstay again", () =>
    {
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand("select version()");
        return $"DuckDB {command.ExecuteScalar()}";
    });

    /// <summary>A zone with summer time, so that a machine without zone data is noticed.</summary>
    public static Finding Zones() => Look("time zones", "install the system's time zone data (tzdata)", () =>
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").SupportsDaylightSavingTime
            ? $"{TimeZoneInfo.GetSystemTimeZones().Count} known"
            : throw new TimeZoneNotFoundException("Europe/Berlin has no summer time here"));

    public static Finding Folder(string folder) => Look("workspace", "name a --workspace you may write to", () =>
    {
        if (!Directory.Exists(folder))
            return $"{folder}, not made yet";
        var probe = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText(probe, "");
        File.Delete(probe);
        new Workspace(folder).SettingsFile.Read();
        return $"{folder}, can be written";
    });

    /// <summary>The ledger opens, and its customers sum to it by two different paths.</summary>
    public static async Task<IReadOnlyList<Finding>> LedgerAsync(Call call, CancellationToken cancellationToken)
    {
        if (!call.LedgerAddress.MayExist && call.Context.Served is null)
            return [new Finding("ledger", Ok: true, "none yet")];
        try
        {
            using var analysis = await WorkspaceAnalysis.OfAsync(call, cancellationToken);
            var sums = analysis.Document.Reconciliation;
            return
            [
                new Finding("ledger", Ok: true,
                    $"version {analysis.Snapshot.LedgerVersion}, {analysis.Document.Orders} orders"),
                new Finding("sum of customers", sums.Difference == 0,
                    $"{sums.Measure}: ledger {sums.LedgerTotal}, customers {sums.CustomerTotal}, "
                    + $"unassigned {sums.UnassignedTotal}, "
                    + $"difference {sums.Difference}", "report this as a bug, as CONTRIBUTING.md says"),
            ];
        }
        catch (NothingToAnalyzeException)
        {
            return [new Finding("ledger", Ok: true, "no orders yet")];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var failure = FailureMap.Of(exception);
            return [new Finding("ledger", Ok: false, failure.Found ?? failure.Error, failure.Do)];
        }
    }

    private static Finding Look(string check, string advice, Func<string> look)
    {
        try
        {
            return new Finding(check, Ok: true, look());
        }
        catch (Exception exception)
        {
            var failure = FailureMap.Of(exception);
            return new Finding(check, Ok: false, failure.Found ?? failure.Error, advice);
        }
    }
}
