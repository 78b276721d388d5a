using System.Globalization;
using LeerkringBot.Benchmarks;
using LeerkringBot.Benchmarks.Bare;
using LeerkringBot.Benchmarks.Load;
using LeerkringBot.Benchmarks.Stub;
using LeerkringBot.Connector;

// The same program in several parts, each a process of its own; "fill" makes a store to look at by hand; "broadcast" measures sending, "live" a poll that everybody answers while it stands in a channel; without a verb it runs the comparison, which starts the others.
switch (args)
{
    case ["load"]:
        await LoadProcess.Run();
        return 0;
    case ["bare", var port, var answers, var kind, var where]:
        await BareServer.Run(int.Parse(port, CultureInfo.InvariantCulture), answers, Store.Parse(kind, where));
        return 0;
    case ["stub", var port]:
        await StubServer.Run(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["connector", var port, var pace]:
        await using (await PacedConnector.Start(pace == "paced" ? Limits.Teams : Limits.None, int.Parse(port, CultureInfo.InvariantCulture))) await Task.Delay(Timeout.Infinite);
        return 0;
    case ["broadcast", .. var rest]:
        await Broadcasting.Run(quick: rest is ["--quick"], CancellationToken.None);
        return 0;
    case ["live", .. var rest]:
        await LivePoll.Run(quick: rest is ["--quick"], CancellationToken.None);
        return 0;
    case ["fill", var kind, var where]:
        await Store.Parse(kind, where).Fill(CancellationToken.None);
        return 0;
    default:
        if (RunOptions.Read(args) is not { } options) return 1;
        await Run.All(options, CancellationToken.None);
        return 0;
}
