namespace LeerkringBot.Bot.Development;

/// <summary>How one Playground runs. Several run at once when folder, port and name differ; persons keep their ids everywhere.</summary>
/// <param name="Program">What to start: npx, or node.</param>
/// <param name="Arguments">Up to the Playground's own arguments.</param>
/// <param name="Folder">Its configuration and its log stand here.</param>
/// <param name="Port">On 127.0.0.1.</param>
/// <param name="Messages">The bot's endpoint.</param>
/// <param name="Name">Makes the ids of its chats, team and channels its own.</param>
/// <param name="Users">Exactly six: the Playground takes no other number. The first acts.</param>
public sealed record PlaygroundSetup(string Program, IReadOnlyList<string> Arguments, string Folder, int Port, Uri Messages, string Name, IReadOnlyList<PlaygroundUser> Users)
{
    public const string Package = "@microsoft/m365agentsplayground";

    public const string Version = "0.2.28";

    public Uri Page => new($"http://127.0.0.1:{Port}/");

    public string PersonalChat => $"a:{Name}";

    public string GroupChat => $"19:{Name}-groep@thread.v2";

    /// <summary>Also its General channel, as in Teams.</summary>
    public string Team => $"19:{Name}-algemeen@thread.tacv2";

    public string Channel => $"19:{Name}-bijeenkomsten@thread.tacv2";
}
