namespace Mainstay.Demo;

/// <summary>The cells a row of the sample log repeats for its whole order.</summary>
internal sealed record SampleHead
{
    public required string OrderId { get; init; }

    public required DateOnly Day { get; init; }

    public required string CustomerId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Country { get; init; }

    public required string Channel { get; init; }

    public required string Member { get; init; }
}
