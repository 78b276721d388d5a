using LeerkringBot.Connector;

namespace LeerkringBot.Tests.Connector;

public sealed class RandomFaultsTests
{
    private static readonly (double, Fault)[] Rates = [(0.1, Fault.PreconditionFailed), (0.05, Fault.ArrivesInSilence)];

    private static readonly ConnectorRequest[] Requests =
        [.. from chat in Enumerable.Range(0, 5_000) from number in new[] { 1, 2 } select new ConnectorRequest(RequestKind.Send, $"a:{chat}", number)];

    [Fact]
    public void Faults_come_at_their_rates()
    {
        var faults = Requests.Select(new RandomFaults(1, Rates).Of).ToList();

        Assert.InRange(faults.Count(fault => fault == Fault.PreconditionFailed), 850, 1150);
        Assert.InRange(faults.Count(fault => fault == Fault.ArrivesInSilence), 400, 600);
    }

    [Fact]
    public void The_same_seed_gives_the_same_faults_in_whatever_order_the_requests_come()
    {
        var forward = Requests.Select(new RandomFaults(7, Rates).Of).ToList();
        var backward = Requests.Reverse().Select(new RandomFaults(7, Rates).Of).Reverse().ToList();

        Assert.Equal(forward, backward);
        Assert.NotEqual(forward, Requests.Select(new RandomFaults(8, Rates).Of));
    }
}
