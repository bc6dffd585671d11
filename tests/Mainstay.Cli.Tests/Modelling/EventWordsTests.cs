using Mainstay.Cli.Modelling;

namespace Mainstay.Cli.Tests.Modelling;

public sealed class EventWordsTests
{
    [Theory]
    [InlineData("1 0", "1 0")]
    [InlineData("1.0 0.0", "1 0")]
    [InlineData("yes no", "1 0")]
    [InlineData("TRUE False", "1 0")]
    [InlineData("y n t f", "1 0 1 0")]
    [InlineData("event censored", "1 0")]
    [InlineData("1 yes 0", "1 1 0")]
    [InlineData("2 0", "1 0")]
    [InlineData("churned censored", "1 0")]
    [InlineData("0 1 2 3", "0 1 2 3")]
    [InlineData("price quality no", "1 2 0")]
    [InlineData("Price price", "1 1")]
    [InlineData("yes no yse", "1 0 ?")]
    [InlineData("0 1 2 price", "0 1 2 ?")]
    [InlineData("1 -1", "1 ?")]
    public void Words_mean_what_people_mean(string words, string expected)
    {
        var tokens = words.Split(' ');
        var meaning = EventWords.Of(tokens);
        var causes = tokens.Select(word => meaning.CauseOf(word) is { } cause ? $"{cause}" : "?");
        Assert.Equal(expected, string.Join(' ', causes));
    }

    [Fact]
    public void An_empty_cell_means_not_yet_and_causes_stand_in_order()
    {
        var meaning = EventWords.Of(["quality", "", "price"]);
        Assert.Equal(0, meaning.CauseOf(""));
        Assert.Equal(["price", "quality"], meaning.Causes);
        Assert.Equal(["2", "10"], EventWords.Of(["10", "2"]).Causes);
    }

    [Theory]
    [InlineData("price quality", false)]
    [InlineData("price no", true)]
    public void Whether_anybody_is_still_there_is_known(string words, bool expected) =>
        Assert.Equal(expected, EventWords.Of(words.Split(' ')).IsCensored);
}
