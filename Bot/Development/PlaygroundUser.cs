namespace LeerkringBot.Bot.Development;

/// <summary>A person in the Agents Playground.</summary>
/// <param name="ObjectId">Entra object id, a GUID.</param>
/// <param name="Name">Given name, then the rest.</param>
/// <param name="Email">Also the user principal name.</param>
public sealed record PlaygroundUser(string ObjectId, string Name, string Email)
{
    /// <summary>Six invented persons, those of the sample network; the first acts.</summary>
    public static IReadOnlyList<PlaygroundUser> Invented { get; } =
    [
        new("0a000000-0000-4000-8000-000000000001", "Anna de Wit", "anna.dewit@waalwijk.example"),
        new("0a000000-0000-4000-8000-000000000002", "Bram Kuipers", "bram.kuipers@meierijstad.example"),
        new("0a000000-0000-4000-8000-000000000003", "Carla Mulder", "carla.mulder@lochem.example"),
        new("0a000000-0000-4000-8000-000000000004", "Dirk Postma", "dirk.postma@coevorden.example"),
        new("0a000000-0000-4000-8000-000000000005", "Els Vermeer", "els.vermeer@oosterhout.example"),
        new("0a000000-0000-4000-8000-000000000006", "Farid Haddou", "farid.haddou@vng.example"),
    ];

    /// <summary>Those of a network file if they are six, which is what the Playground takes; else the invented ones.</summary>
    public static IReadOnlyList<PlaygroundUser> Six(IReadOnlyList<PlaygroundUser> people) => people.Count == Invented.Count ? people : Invented;
}
