using LeerkringBot.Benchmarks.Bare;
using LeerkringBot.Benchmarks.Load;
using LeerkringBot.Benchmarks.Processes;

namespace LeerkringBot.Benchmarks;

/// <summary>The bot, the bot with token validation and the bare endpoint on one backend, taking turns under the same load.</summary>
internal sealed class Comparison(string backend, RunOptions options, LoadDriver load, IReadOnlyList<Server> servers)
{
    private static readonly int[] Connections = [32, 128];

    public static async Task Run(string name, RunOptions options, string folder, Issuer issuer, CancellationToken cancellationToken)
    {
        await using var backend = await Backend.Start(name, options, folder, cancellationToken);
        await Task.WhenAll(Backend.Servers.Select(server => backend.StoreOf(server).Fill(cancellationToken)));

        await using var ours = await ServerProcess.Bot(FreePort.Next(), [backend.StoreOf(Backend.Ours).Setting]).Listening(cancellationToken);
        await using var guarded = await ServerProcess.Bot(FreePort.Next(), [backend.StoreOf(Backend.OursWithToken).Setting, .. issuer.Settings]).Listening(cancellationToken);
        var answers = Path.Join(folder, "answers");
        (await Answers.Ask(ours.Port, cancellationToken)).Write(answers);
        await using var bare = await ServerProcess.Bare(FreePort.Next(), answers, backend.StoreOf(Backend.Bare)).Listening(cancellationToken);

        using var load = new LoadDriver();
        await new Comparison(name, options, load,
        [
            new("ours", ours, _ => ServerProcess.Messages, null),
            new("ours, token", guarded, _ => ServerProcess.Messages, issuer.Token(Clicks.TeamsConnector)),
            new("bare", bare, kind => kind == ClickKind.Poll ? "/poll" : "/registration", null),
        ]).Run();
    }

    private async Task Run()
    {
        foreach (var kind in Enum.GetValues<ClickKind>())
            foreach (var server in servers)
                await load.Run(server.Slice(kind, Connections[0], options.WarmUp));

        foreach (var kind in Enum.GetValues<ClickKind>())
            foreach (var connections in Connections)
                Report.Rows(backend, kind, connections, await Measure(kind, connections));
    }

    private async Task<IReadOnlyList<(Server Server, Figures Figures)>> Measure(ClickKind kind, int connections)
    {
        var figures = servers.ToDictionary(server => server, _ => Figures.None);
        for (var turn = 0; turn < options.Slices; turn++)
        {
            foreach (var server in servers)
            {
                var before = server.Process.ProcessorTime;
                var seen = await load.Run(server.Slice(kind, connections, options.SliceSeconds));
                figures[server] += new Figures(seen, server.Process.ProcessorTime - before);
            }
        }

        return [.. servers.Select(server => (server, figures[server]))];
    }
}
