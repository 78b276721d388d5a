using LeerkringBot.Benchmarks.Processes;
using LeerkringBot.Benchmarks.Stub;

namespace LeerkringBot.Benchmarks;

/// <summary>A kind of storage, with a store of its own for every server that is compared.</summary>
internal sealed class Backend(Func<string, Store> store, IReadOnlyList<ServerProcess> processes) : IAsyncDisposable
{
    public const string Ours = "ours";
    public const string OursWithToken = "token";
    public const string Bare = "bare";

    // The well-known development key, which Azurite's tools know too.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static IReadOnlyList<string> Servers { get; } = [Ours, OursWithToken, Bare];

    /// <summary>Where the stub says how many requests there were; null on other backends.</summary>
    public Uri? Count { get; private init; }

    /// <param name="server">One of <see cref="Servers"/>.</param>
    public Store StoreOf(string server) => store(server);

    public static async Task<Backend> Start(string name, RunOptions options, string folder, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "sqlite":
                return new(server => Store.Sqlite(Path.Join(folder, $"{server}.db")), []);
            case "stub":
                var stub = await ServerProcess.Stub(FreePort.Next()).Listening(cancellationToken);
                return new(server => Account(server, $"http://127.0.0.1:{stub.Port}/{server}", $"http://127.0.0.1:{stub.Port}/{server}-queue"), [stub])
                {
                    Count = new($"http://127.0.0.1:{stub.Port}{StubServer.CountPath}"),
                };
            case "azurite":
                var accounts = string.Join(';', Servers.Select(account => $"{account}:{Key}"));
                var tables = await ServerProcess.Azurite(options.Modules, "table", accounts, FreePort.Next()).Listening(cancellationToken);
                var queue = await ServerProcess.Azurite(options.Modules, "queue", accounts, FreePort.Next()).Listening(cancellationToken);
                return new(server => Account(server, $"http://127.0.0.1:{tables.Port}/{server}", $"http://127.0.0.1:{queue.Port}/{server}"), [tables, queue]);
            default:
                throw new ArgumentException($"'{name}' is no backend.", nameof(name));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
    }

    private static Store Account(string account, string tables, string queue) =>
        Store.Account($"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};TableEndpoint={tables};QueueEndpoint={queue}");
}
