using System.Diagnostics;
using System.Globalization;
using LeerkringBot.Connector;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.EndToEnd.Broadcasts;

/// <summary>Two instances on one store send a broadcast to 2,000 people while they are killed again and again.</summary>
public abstract class KilledInstances
{
    private const int People = 2_000;
    private const int Kills = 50;

    /// <summary>Twice Teams' pace: the connector holds the bot to it all the same.</summary>
    private const int PerSecond = 100;

    /// <summary>What a kill may leave in doubt.</summary>
    private const int AtOnce = 32;

    private const string Id = "rondsturen";

    private readonly Random random;

    protected KilledInstances()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KILLS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        random = new(seed);
        Tell($"KILLS_SEED={seed}");
    }

    /// <summary>Settings that make the bot use this storage.</summary>
    protected abstract IReadOnlyDictionary<string, string> Storage { get; }

    /// <summary>The same storage, past the bot.</summary>
    protected abstract ITables Tables { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Whoever_is_killed_when_nobody_gets_two_messages_and_nobody_is_forgotten()
    {
        var (begun, cancellation) = (Stopwatch.GetTimestamp(), TestContext.Current.CancellationToken);
        await using var connector = await PacedConnector.Start(Limits.Teams.WithPace(PerSecond));
        // As slow as Teams: what is killed has messages under way.
        connector.Script = _ => Fault.Slow(TimeSpan.FromMilliseconds(100));
        await new Crowd(People, connector.ServiceUrl).Fill(Tables, cancellation);
        var broadcasts = await Crowd.Begin(Id, Tables, cancellation);
        BotProcess[] bots = [BotProcess.Launch(Settings()), BotProcess.Launch(Settings())];
        try
        {
            var doubts = await Kill(bots, connector, broadcasts);
            IReadOnlyList<Delivery> deliveries;
            while ((deliveries = await broadcasts.Deliveries(Id, cancellation).ToListAsync(cancellation)).Any(delivery => delivery.IsOpen)) await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);

            // Who takes over once more finds nothing to do.
            await Task.Delay(TimeSpan.FromSeconds(2), cancellation);
            deliveries = await broadcasts.Deliveries(Id, cancellation).ToListAsync(cancellation);
            var uncertain = deliveries.Where(delivery => delivery.State == DeliveryState.Uncertain).Select(delivery => delivery.Recipient).ToList();
            var arrived = connector.MessagesByConversation();
            var messages = Enumerable.Range(0, People).Select(Crowd.Member).ToDictionary(Recipient (member) => new Recipient.OfMember(member), member => arrived.GetValueOrDefault(Crowd.Chat(member)));
            var reached = uncertain.Where(recipient => messages[recipient] > 0).ToList();
            Tell($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s, {connector.Counts}; {uncertain.Count} uncertain, of whom it reached {reached.Count}: {string.Join(' ', reached.Select(recipient => recipient.Key[^4..]))}");

            Assert.DoesNotContain(messages, pair => pair.Value > 1);
            Assert.Empty(messages.Keys.Except(deliveries.Select(delivery => delivery.Recipient)));
            Assert.Equal(People, deliveries.Count);
            Assert.All(deliveries, delivery => Assert.True(delivery.State is DeliveryState.Sent or DeliveryState.Uncertain, $"{delivery}"));
            Assert.DoesNotContain(deliveries, delivery => delivery.State == DeliveryState.Sent && messages[delivery.Recipient] != 1);
            Assert.Empty(uncertain.Except(doubts.Keys));
            Assert.All(uncertain.GroupBy(recipient => doubts[recipient]), kill => Assert.InRange(kill.Count(), 1, AtOnce));
        }
        catch
        {
            Tell($"{connector.Counts}");
            foreach (var bot in bots) Tell($"{bot.Address}:\n{bot.Output}");
            throw;
        }
        finally
        {
            foreach (var bot in bots) await bot.DisposeAsync();
        }
    }

    /// <returns>Whose delivery a kill left in doubt, and the last kill that did.</returns>
    private async Task<IReadOnlyDictionary<Recipient, int>> Kill(BotProcess[] bots, PacedConnector connector, IBroadcastStore broadcasts)
    {
        var doubts = new Dictionary<Recipient, int>();
        var marks = new Queue<int>(Enumerable.Range(0, Kills / 2).Select(_ => random.Next(1, People * 9 / 10)).Order());
        for (var kill = 1; kill <= Kills; kill++)
        {
            // The first when there is something to lose: a start that breaks off waits five minutes for the queue to give it out again.
            // In turn somewhere on the way, so that they fall over the whole of it, and at any moment, so that they also fall while nobody sends.
            if (kill % 2 == 0) await Task.Delay(random.Next(1_000), Cancellation);
            else await Sent(marks.Dequeue());

            var index = random.Next(bots.Length);
            Assert.False(bots[index].HasEnded, "An instance ended by itself.");
            await bots[index].Kill();
            // Where the other one is sending, its deliveries are among them too: they only matter if they end uncertain.
            await foreach (var delivery in broadcasts.Deliveries(Id, Cancellation))
                if (delivery.State == DeliveryState.Sending) doubts[delivery.Recipient] = kill;
            await bots[index].DisposeAsync();
            bots[index] = BotProcess.Launch(Settings());
        }

        return doubts;

        async Task Sent(int mark)
        {
            while (connector.Counts.Messages < mark) await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
            await Task.Delay(random.Next(50), Cancellation);
        }
    }

    private Dictionary<string, string> Settings() => new(Storage)
    {
        ["Sending__PerSecond"] = $"{PerSecond}",
        ["Sending__LeaseSeconds"] = "1",
        ["Sending__AtOnce"] = $"{AtOnce}",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
