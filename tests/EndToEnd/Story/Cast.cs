using LeerkringBot.Bot.Development;
using LeerkringBot.Bot.Import;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>The people of the sample network who play the story, each in a Playground of their own. Anna is an organiser.</summary>
internal sealed class Cast : IAsyncDisposable
{
    private readonly IReadOnlyList<PlaygroundClient> clients;

    private Cast(IReadOnlyList<PlaygroundClient> clients) => this.clients = clients;

    public static IReadOnlyList<PlaygroundUser> People { get; } =
        NetworkFile.Read(File.ReadAllText(Repository.Path("Bot", ImportRegistration.SampleFile)), DateOnly.MinValue).People;

    public PlaygroundClient Anna => clients[0];

    public PlaygroundClient Bram => clients[1];

    public PlaygroundClient Carla => clients[2];

    public PlaygroundClient Dirk => clients[3];

    /// <param name="browser">Where all are opened.</param>
    /// <param name="bot">Whom all talk to.</param>
    /// <param name="story">Makes the ids of conversations its own.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<Cast> Start(Browser browser, BotProcess bot, string story, CancellationToken cancellationToken)
    {
        var started = new List<PlaygroundClient>();
        try
        {
            foreach (var person in People.Take(4))
                started.Add(await PlaygroundClient.Start(browser, bot.Messages, People, person, $"{story}-{person.Name.Split(' ')[0]}", cancellationToken));
            return new(started);
        }
        catch
        {
            await new Cast(started).DisposeAsync();
            throw;
        }
    }

    /// <summary>Everybody's screen.</summary>
    public async Task Picture(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var client in clients) await client.Picture(Path.Join(folder, $"{client.Acting.Name}.png"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) await client.DisposeAsync();
    }
}
