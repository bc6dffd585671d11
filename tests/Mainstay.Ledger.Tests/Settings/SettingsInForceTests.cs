using Mainstay.Ledger.Settings;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Settings;

public abstract class SettingsInForceTests(TestEngine engine)
{
    public sealed class OnDuckDb() : SettingsInForceTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : SettingsInForceTests(TestEngine.Postgres);

    public sealed class OnServers() : SettingsInForceTests(TestEngine.Servers);

    [Fact]
    public async Task A_new_time_zone_moves_instants_to_their_day_there_over_summer_time_and_leaves_plain_days_alone()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(
            At("2024-03-30T22:59:00Z"), At("2024-03-30T23:00:00Z"),     // Berlin is one hour ahead until 31 March …
            At("2024-03-31T21:59:00Z"), At("2024-03-31T22:00:00Z"),     // … and two from that night on,
            At("2024-10-26T22:00:00Z"), At("2024-10-27T22:59:00Z"),     // until 27 October
            At("2024-10-27T23:00:00Z"), new StagedRow { Customer = "anna", Day = new DateOnly(2024, 3, 30), Amount = 1 });

        var changed = await SettingsInForce.AlignAsync(ledger.Database, ledger.Settings with { TimeZone = "Europe/Berlin" });

        Assert.True(changed);
        Assert.Equal(
            ["2024-03-30", "2024-03-30", "2024-03-31", "2024-03-31", "2024-04-01", "2024-10-27", "2024-10-27", "2024-10-28"],
            ledger.Rows("select cast(day as varchar) from current_order_lines"));
    }

    [Fact]
    public async Task Going_to_another_time_zone_and_back_changes_nothing_and_the_same_file_is_still_known()
    {
        using var ledger = await engine.OpenAsync();
        StagedRow[] file = [At("2024-03-30T23:30:00Z"), At("2024-07-01T04:30:00Z"), At("2024-07-02T00:30:00Z") with { Amount = -1 }];
        await ledger.ImportAsync(file);
        var before = ledger.Contents();

        await SettingsInForce.AlignAsync(ledger.Database, ledger.Settings with { TimeZone = "America/New_York" });
        Assert.NotEqual(before, ledger.Contents());
        await SettingsInForce.AlignAsync(ledger.Database, ledger.Settings);

        Assert.Equal(before, ledger.Contents());
        Assert.Equal(3, (await ledger.ImportAsync(file)).Skipped);
    }

    [Fact]
    public async Task Settings_that_are_in_force_already_cost_nothing()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(At("2024-03-30T23:30:00Z"));
        var version = await ledger.Database.VersionAsync();

        Assert.False(await SettingsInForce.AlignAsync(ledger.Database, ledger.Settings));

        Assert.Equal(version, await ledger.Database.VersionAsync());
    }

    [Fact]
    public async Task A_corrected_exchange_rate_corrects_what_was_imported_before()
    {
        using var ledger = await engine.OpenAsync();
        ledger.Settings = WithRate("USD", 0.5m);
        await ledger.ImportAsync(At("2024-01-01T00:00:00Z") with { Amount = 10, Cost = 4, Currency = "USD" },
            At("2024-01-02T00:00:00Z") with { Amount = 7 }, At("2024-01-03T00:00:00Z") with { Amount = -2, Currency = "USD" });

        await SettingsInForce.AlignAsync(ledger.Database, WithRate("USD", 0.9m));

        Assert.Equal(["7.0000 | -", "9.0000 | 3.6000"], ledger.Rows("select revenue, cost from current_order_lines"));
        Assert.Equal(["1.8000"], ledger.Rows("select amount from current_refunds"));
    }

    [Fact]
    public async Task A_currency_in_the_ledger_never_loses_its_rate()
    {
        using var ledger = await engine.OpenAsync();
        ledger.Settings = WithRate("USD", 0.5m);
        await ledger.ImportAsync(At("2024-01-01T00:00:00Z") with { Amount = 10, Currency = "USD" });
        var before = ledger.Contents();

        var refusal = await Assert.ThrowsAsync<MistakeException>(
            () => SettingsInForce.AlignAsync(ledger.Database, new BusinessSettings { Currency = "EUR" }));

        Assert.Contains("amounts in USD, which have no exchange rate to EUR", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, ledger.Contents());
    }

    [Fact]
    public async Task Setting_a_value_writes_the_file_and_moves_the_ledger_or_does_neither()
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-workspace");
        try
        {
            var workspace = new Workspace(folder.FullName).Ensure();
            workspace.SettingsFile.Set("currency", "EUR");
            using var ledger = await engine.OpenAsync();
            await ledger.ImportAsync(At("2024-01-01T23:30:00Z") with { Currency = "EUR" });

            await SettingsInForce.SetAsync(workspace, ledger.Database, "time_zone", "Asia/Tokyo");
            await Assert.ThrowsAsync<MistakeException>(
                () => SettingsInForce.SetAsync(workspace, ledger.Database, "currency", "JPY"));

            Assert.Equal(("EUR", "Asia/Tokyo"), (workspace.SettingsFile.Read().Currency, workspace.SettingsFile.Read().TimeZone));
            Assert.Equal(["2024-01-02"], ledger.Rows("select cast(day as varchar) from current_order_lines"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static BusinessSettings WithRate(string currency, decimal rate) =>
        new() { Currency = "EUR", ExchangeRates = new Dictionary<string, decimal> { [currency] = rate } };

    private static StagedRow At(string instant)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        return new StagedRow { Customer = "anna", At = at, Day = DateOnly.FromDateTime(at.UtcDateTime), Amount = 1 };
    }
}
