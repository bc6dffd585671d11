namespace Mainstay.Worth.Costing;

/// <summary>What costs beside goods come to, by step of the margin ladder; exact.</summary>
internal sealed record CostSteps(decimal FeesAndDelivery, decimal Returns, decimal Service, decimal Marketing)
{
    public static CostSteps None { get; } = new(0, 0, 0, 0);

    public decimal Total => FeesAndDelivery + Returns + Service + Marketing;

    /// <summary>Of amounts by <see cref="CostCategory"/>.</summary>
    public static CostSteps Of(Func<string, decimal> category) => new(
        category(CostCategory.PaymentFees) + category(CostCategory.Delivery), category(CostCategory.Returns),
        CostCategory.Service.Sum(category), category(CostCategory.Marketing));

    public static CostSteps operator +(CostSteps one, CostSteps other) => new(
        one.FeesAndDelivery + other.FeesAndDelivery, one.Returns + other.Returns, one.Service + other.Service,
        one.Marketing + other.Marketing);
}
