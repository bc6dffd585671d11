using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Engines;

/// <summary>Amounts whose bits look like negative numbers are amounts like any other.</summary>
public abstract class LargeAmountsTests(TestEngine engine)
{
    public sealed class OnDuckDb() : LargeAmountsTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : LargeAmountsTests(TestEngine.Postgres);

    [Fact]
    public async Task Every_amount_comes_back_as_it_went_in()
    {
        decimal[] amounts =
        [
            0.0001m, 214_748.3647m, 214_748.3648m, 300_000m, 429_496.7295m, 429_496.7296m, 922_337_203_685.4775m,
            922_337_203_685.4776m, 99_999_999_999_999.9999m,
        ];
        using var ledger = await engine.OpenAsync();

        await ledger.ImportAsync([.. amounts.Select((amount, at) =>
            new StagedRow { Customer = "c", Order = $"O{at}", Day = new(2024, 1, 1), Amount = amount })]);

        Assert.Equal(
            amounts.Select(amount => FormattableString.Invariant($"{amount:0.0000}")).Order(StringComparer.Ordinal),
            ledger.Rows("select revenue from current_order_lines"));
    }
}
