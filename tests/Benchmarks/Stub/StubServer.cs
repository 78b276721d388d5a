namespace LeerkringBot.Benchmarks.Stub;

/// <summary>Just enough of a storage account to be a bot's: tables in memory that answer at once, and a queue that is always empty.</summary>
internal static class StubServer
{
    /// <summary>How many requests there were to tables so far, as a number.</summary>
    public const string CountPath = "/count";

    public static async Task Run(int port)
    {
        var count = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        var accounts = Backend.Servers.ToDictionary(server => server, _ => new StubAccount());
        app.Run(async http =>
        {
            // "/account/rest"; queues stand under "/account-queue".
            var path = http.Request.Path.Value!;
            if (path == CountPath)
            {
                await http.Response.WriteAsync($"{Volatile.Read(ref count)}");
                return;
            }

            var slash = path.IndexOf('/', 1);
            if (accounts.TryGetValue(path[1..slash], out var account))
            {
                Interlocked.Increment(ref count);
                await account.Answer(http, path[(slash + 1)..]);
            }
            else
            {
                await StubQueue.Answer(http);
            }
        });
        await app.RunAsync();
    }
}
