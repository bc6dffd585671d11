namespace Mainstay.Demo;

/// <summary>What <see cref="SampleBusiness.Generate"/> wrote.</summary>
/// <param name="Paths">One CSV file per calendar year, oldest first.</param>
/// <param name="Orders">Orders in them, guests included.</param>
/// <param name="Rows">Data rows in them: order lines and refunds.</param>
/// <param name="Refunds">Refund rows among them.</param>
/// <param name="Truth">What the customers were drawn from.</param>
public sealed record SampleFiles(
    IReadOnlyList<string> Paths, long Orders, long Rows, long Refunds, SampleTruth Truth);
