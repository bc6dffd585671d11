using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mainstay-settings");

    private SettingsFile SettingsFile => new(Path.Combine(_folder.FullName, "mainstay.json"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_a_file_the_defaults_are_in_force()
    {
        var settings = SettingsFile.Read();

        Assert.Equal("XXX", settings.Currency);
        Assert.Equal(0.10m, settings.DiscountRate);
        Assert.False(settings.MarginRateDeclared);
    }

    [Fact]
    public void Setting_a_value_keeps_comments_order_spacing_and_unknown_names()
    {
        Write("""
              {
                // ours since 1998
                "business_name" : "Bäckerei",   // umlaut
                "loyalty_card": { "colour": "red" }, /* not ours */
                "discount_rate":0.1 // per year
              }
              """);

        SettingsFile.Set("business_name", "Konditorei");
        SettingsFile.Set("time_zone", "Europe/Berlin");

        Assert.Equal("""
              {
                // ours since 1998
                "business_name" : "Konditorei",   // umlaut
                "loyalty_card": { "colour": "red" }, /* not ours */
                "discount_rate":0.1, // per year
                "time_zone": "Europe/Berlin"
              }
              """, File.ReadAllText(SettingsFile.Path));
        Assert.Equal(["loyalty_card"], SettingsFile.UnknownNames());
    }

    [Theory]
    [InlineData("{}", "{\n  \"locale\": \"de\"\n}")]
    [InlineData("{ \"a\": 1 }", "{ \"a\": 1,\n  \"locale\": \"de\"\n}")]
    [InlineData("{\n  \"a\": [1, {}],\n}", "{\n  \"a\": [1, {}],\n  \"locale\": \"de\"\n}")]
    [InlineData("{\n  \"a\": 1 // b, c\n}", "{\n  \"a\": 1, // b, c\n  \"locale\": \"de\"\n}")]
    [InlineData("{\n  \"a\": 1 /* , */\n  // end\n}\n", "{\n  \"a\": 1, /* , */\n  // end\n  \"locale\": \"de\"\n}\n")]
    public void A_new_value_goes_to_the_end(string before, string after)
    {
        Write(before);
        SettingsFile.Set("locale", "de");
        Assert.Equal(after, File.ReadAllText(SettingsFile.Path));
        Assert.Equal("de", SettingsFile.Read().Locale);
    }

    [Fact]
    public void One_exchange_rate_is_set_without_touching_the_others()
    {
        SettingsFile.Set("exchange_rates.USD", "0.92");
        SettingsFile.Set("exchange_rates.GBP", "1.17");
        SettingsFile.Set("exchange_rates.USD", "0.93");

        Assert.Equal(new Dictionary<string, decimal> { ["GBP"] = 1.17m, ["USD"] = 0.93m }, SettingsFile.Read().ExchangeRates);
    }

    [Fact]
    public void Every_setting_can_be_set_to_what_it_shows()
    {
        foreach (var (name, value) in new[]
                 {
                     ("business_name", "Fish & \"Chips\""), ("currency", "KWD"), ("time_zone", "Asia/Kuwait"),
                     ("week_start", "sunday"), ("locale", "ar-KW"), ("discount_rate", "0.12"), ("margin_rate", "-0.05"),
                     ("tier_shares", "0.1, 0.2, 0.5"), ("exchange_rates", "EUR=0.33, USD=0.31"),
                 })
        {
            var settings = SettingsFile.Set(name, value);
            Assert.Equal(value, SettingList.Named(name).ValueIn(settings));
            Assert.Equal(value, SettingList.Named(name).ValueIn(SettingsFile.Read()));
        }

        Assert.True(SettingsFile.Read().MarginRateDeclared);
    }

    [Theory]
    [InlineData("time_zone", "Europe/Berln", "Did you mean Europe/Berlin?")]
    [InlineData("currency", "EUX", "ISO 4217")]
    [InlineData("discount_rate", "12", "If you mean 12 percent, write 0.12.")]
    [InlineData("discount_rate", "many", "a fraction from 0 to 1")]
    [InlineData("margin_rate", "-2", "a fraction from -1 to 1")]
    [InlineData("week_start", "mondy", "Did you mean monday?")]
    [InlineData("tier_shares", "0.3,0.2,0.5", "rising")]
    [InlineData("tier_shares", "0.3", "rising")]
    [InlineData("exchange_rates", "USD=0", "greater than 0")]
    [InlineData("exchange_rates", "ZZZ=1", "not an ISO 4217 currency")]
    [InlineData("exchange_rates.USD", "cheap", "greater than 0")]
    [InlineData("locale", "klingon language", "language tag")]
    [InlineData("discuont_rate", "0.1", "Did you mean discount_rate?")]
    public void What_is_not_allowed_is_refused_with_advice_and_changes_nothing(string name, string value, string message)
    {
        SettingsFile.Ensure();
        var before = File.ReadAllText(SettingsFile.Path);

        var refusal = Assert.Throws<MistakeException>(() => SettingsFile.Set(name, value));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.Advice);
        Assert.Equal(before, File.ReadAllText(SettingsFile.Path));
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_refused_with_its_line()
    {
        Write("{\n  \"currency\": EUR\n}");
        var refusal = Assert.Throws<MistakeException>(() => SettingsFile.Read());
        Assert.Contains("line 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_schema_describes_exactly_the_settings()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(SettingsFile.Schema());
        Assert.Equal(SettingList.All.Select(setting => setting.Name),
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("JPY", 0, 12)]
    [InlineData("KWD", 3, 12.346)]
    [InlineData("EUR", 2, 12.35)]
    [InlineData("CLF", 4, 12.3456)]
    public void Amounts_round_half_away_from_zero_to_the_minor_unit(string code, int decimals, double rounded)
    {
        Assert.Equal(decimals, Currencies.MinorUnits(code));
        Assert.Equal((decimal)rounded, Currencies.Round(12.3456m, code));
        Assert.Equal(-2.5m, Math.Round(Currencies.Round(-2.45m, "EUR"), 1, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void A_workspace_is_made_once_and_never_over_a_file()
    {
        var folder = Path.Combine(_folder.FullName, "shop");
        var workspace = Workspace.Find(folder).Ensure();
        workspace.SettingsFile.Set("currency", "EUR");
        workspace.Ensure();

        Assert.Equal("EUR", workspace.SettingsFile.Read().Currency);
        Assert.True(File.Exists(Path.Combine(folder, "mainstay.schema.json")));
        Assert.Throws<MistakeException>(() => Workspace.Find(workspace.SettingsFile.Path).Ensure());
    }

    [Fact]
    public async Task A_change_that_must_go_with_another_is_dropped_with_it()
    {
        Write("{ \"currency\": \"EUR\" }");
        var change = SettingsFile.Change("currency", "GBP");

        await Assert.ThrowsAsync<IOException>(() => SettingsFile.SaveAfterAsync(change, () => throw new IOException("full")));
        Assert.Equal("EUR", SettingsFile.Read().Currency);
        await SettingsFile.SaveAfterAsync(change, () => Task.CompletedTask);

        Assert.Equal("GBP", SettingsFile.Read().Currency);
        Assert.Equal(SettingsFile.Path, Assert.Single(_folder.GetFiles()).FullName);
    }

    private void Write(string text) => File.WriteAllText(SettingsFile.Path, text);
}
