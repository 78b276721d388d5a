namespace LeerkringBot.Benchmarks.Bare;

/// <summary>What a click costs at least: an endpoint that parses the same JSON, makes the same storage calls and returns the bytes that the bot once returned; no rules, no routing, no cards, no admission.</summary>
internal static class BareServer
{
    /// <param name="port">On this machine.</param>
    /// <param name="answers">A folder with the bot's answers, see <see cref="Answers"/>.</param>
    /// <param name="store">Its own, filled like the bot's.</param>
    public static async Task Run(int port, string answers, Store store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        var tables = store.Open();
        await tables.Create(CancellationToken.None);
        var (polls, registrations) = (new BarePoll(tables, Answers.Read(answers)), new BareRegistration(tables, Answers.Read(answers)));
        app.MapPost("/poll", (Delegate)polls.Click);
        app.MapPost("/registration", (Delegate)registrations.Click);
        await app.RunAsync();
    }
}
