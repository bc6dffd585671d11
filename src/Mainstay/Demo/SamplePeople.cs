using System.Globalization;

namespace Mainstay.Demo;

/// <summary>Invented names; every address is under example.com, which belongs to nobody.</summary>
internal static class SamplePeople
{
    public static readonly string[] First =
    [
        "Ada", "Aidan", "Amara", "Anna", "Arjun", "Bea", "Ben", "Bridget", "Callum", "Carla", "Chidi", "Clara",
        "Daniel", "Delphine", "Dilys", "Edith", "Elif", "Emil", "Esme", "Farah", "Felix", "Fiona", "Grace",
        "Greta", "Hanna", "Hugo", "Imogen", "Isaac", "Ivo", "Jana", "Jonas", "Joy", "Karim", "Kate", "Lars",
        "Leila", "Liam", "Lotte", "Maeve", "Malik", "Marta", "Mina", "Nadia", "Niall", "Noor", "Olive", "Oscar",
        "Petra", "Priya", "Rafael", "Rhys", "Rosa", "Ruth", "Saoirse", "Sara", "Sven", "Tess", "Theo", "Una",
        "Vera", "Wanda", "Will", "Yusuf", "Zoe",
    ];

    public static readonly string[] Last =
    [
        "Adeyemi", "Ainsley", "Ashdown", "Barlow", "Bauer", "Becker", "Bell", "Brandt", "Byrne", "Calder",
        "Carey", "Clark", "Corrigan", "Dale", "Davies", "Dubois", "Ekström", "Ellis", "Fischer", "Flynn",
        "Foster", "Garnier", "Gill", "Graham", "Haas", "Hale", "Hartley", "Hayes", "Holm", "Hughes", "Ingram",
        "Jansen", "Kaur", "Keller", "Kerr", "Khan", "Lambert", "Lane", "Lindqvist", "Lloyd", "Marsh", "Mehta",
        "Meyer", "Moore", "Moreau", "Murphy", "Nolan", "Novak", "Okafor", "Olsen", "Osman", "Patel", "Price",
        "Quinn", "Rees", "Ribeiro", "Rossi", "Rowe", "Schmidt", "Shaw", "Silva", "Stone", "Sweeney", "Tanner",
        "Thorne", "Vance", "Visser", "Walsh", "Weber", "Young",
    ];

    private const int FirstOrderNumber = 100_001;

    /// <summary>Share of orders paid in the shop or by a marketplace without any customer data.</summary>
    private const double AnonymousShare = .015;

    public static readonly string[] Countries = ["GB", "IE", "DE", "FR", "NL", "US", "NO"];

    public static readonly double[] CountryShares = [.62, .12, .09, .07, .05, .03, .02];

    /// <summary>Extra carriage of one bulky piece, in pence, by country: what makes a far chair a loss.</summary>
    public static readonly int[] BulkyCarriage = [1500, 2400, 3600, 3600, 3400, 14500, 9800];

    /// <summary>Carriage of an order, in pence, by country.</summary>
    public static readonly int[] Carriage = [210, 380, 640, 640, 590, 1450, 1190];

    public static readonly string[] Channels = ["web", "shop", "marketplace", "phone"];

    public static readonly double[] ChannelShares = [.68, .18, .10, .04];

    /// <summary>
    /// Whether an order leaves no name; <paramref name="random"/> stands at the start of the order's head.
    /// </summary>
    public static bool IsAnonymous(SampleCustomer customer, SampleRandom random) =>
        random.Chance(AnonymousShare) && customer.Kind == SampleKind.Regular;

    /// <summary>The key of customer <paramref name="number"/>.</summary>
    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"C{number + 1:D5}");

    /// <summary>The id of the order at a place in the log, 0 being the first.</summary>
    public static string OrderId(int position) =>
        string.Create(CultureInfo.InvariantCulture, $"AO-{FirstOrderNumber + position}");
}
