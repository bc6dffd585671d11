namespace Mainstay.Demo;

/// <summary>One customer of the sample, as drawn by <see cref="SampleCustomers"/>.</summary>
internal sealed record SampleCustomer
{
    /// <summary>0, 1, 2 … in order of joining.</summary>
    public required int Number { get; init; }

    /// <summary>How they behave.</summary>
    public required SampleKind Kind { get; init; }

    /// <summary>Day of the log of their first order.</summary>
    public required int JoinDay { get; init; }

    /// <summary>λ: purchases per day of average season.</summary>
    public required double PerDay { get; init; }

    /// <summary>p: chance to leave after each repeat purchase.</summary>
    public required double Dropout { get; init; }

    /// <summary>1/ν: a basket's list value is this times Gamma(p), in pounds.</summary>
    public required double BasketScale { get; init; }

    /// <summary>Index into the countries.</summary>
    public required int Country { get; init; }

    /// <summary>The order with which they become a member, 1 being the second; int.MaxValue never.</summary>
    public required int MemberFrom { get; init; }
}
