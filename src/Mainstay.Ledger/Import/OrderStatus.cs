namespace Mainstay.Ledger.Import;

/// <summary>Words by which order systems say that an order came to nothing.</summary>
internal static class OrderStatus
{
    private static readonly HashSet<string> Void = new(
        [
            "cancelled", "canceled", "cancel", "void", "voided", "failed", "expired", "refunded", "fully refunded", "trash",
            "storniert", "storno", "abgebrochen", "erstattet", "annulé", "annulée", "annule", "remboursé", "remboursée",
            "cancelado", "cancelada", "anulado", "anulada", "reembolsado", "annullato", "annullata", "rimborsato",
            "geannuleerd", "terugbetaald",
        ],
        StringComparer.Ordinal);

    /// <summary>True for a cancelled, voided, failed or fully refunded order.</summary>
    public static bool IsVoid(ReadOnlySpan<byte> status) =>
        status.Length > 0 && Void.Contains(System.Text.Encoding.UTF8.GetString(status).ToLowerInvariant());
}
