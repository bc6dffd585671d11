using Mainstay.Worth.Costing;

namespace Mainstay.Tests.Worth.Costing;

public class CostCategoryTests
{
    [Theory]
    [InlineData("Return inspection", "returns")]
    [InlineData("Retoure", "returns")]
    [InlineData("Rückruf", "support")]
    [InlineData("telefonische ANFRAGE", "support")]
    [InlineData("Änderungswunsch", "rework")]
    [InlineData("Eillieferung", "special_delivery")]
    [InlineData("négociation de prix", "negotiation")]
    [InlineData("Auftrag anlegen", "order_handling")]
    [InlineData("llamada", "support")]
    [InlineData("credit check", "order_handling")]
    [InlineData("tea with the boss", "other_service")]
    public void A_word_of_an_activitys_name_decides_what_it_is_for(string activity, string category) =>
        Assert.Equal(category, CostCategory.Of(activity));
}
