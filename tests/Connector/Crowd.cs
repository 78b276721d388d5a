using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Broadcasts;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Connector;

/// <summary>People whom a broadcast goes to. The chat of every second one is known; for the others it must be made first.</summary>
/// <param name="size">How many.</param>
/// <param name="serviceUrl">Of the connector where all of them are.</param>
internal sealed class Crowd(int size, string serviceUrl)
{
    private const string Tenant = "5f2b7c1e-0000-4000-8000-000000000001";
    private static readonly TimeProvider Clock = TimeProvider.System;

    public static MemberId Member(int index) => new($"cccccccc-0000-4000-8000-{index:000000000000}");

    /// <summary>The chat that <see cref="PacedConnector"/> gives or will give.</summary>
    public static string Chat(MemberId member) => $"a:{member}";

    /// <summary>Everything that the bot must know of them.</summary>
    public async Task Fill(ITables tables, CancellationToken cancellationToken)
    {
        await tables.Create(cancellationToken);
        // Made by the bot's own stores in memory and copied a hundred rows at a time: an emulator takes minutes for so many one by one.
        using var memory = SqliteDatabase.Memory();
        var made = new SqliteTables(memory);
        await made.Create(cancellationToken);
        await Make(made, cancellationToken);
        foreach (var name in new[] { TableNames.Members, TableNames.Conversations, TableNames.Network })
        {
            var rows = await made[name].All(cancellationToken).List(cancellationToken);
            foreach (var batch in rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(100)))
                if (!await tables[name].Write([.. batch.Select(row => new RowChange.Insert(row with { ETag = null }))], cancellationToken)) throw new InvalidOperationException("The store was not empty.");
        }
    }

    /// <summary>A broadcast to all of them, as it stands when an organiser has pressed "send". A bot that starts finds it.</summary>
    public static async Task<BroadcastStore> Begin(string id, ITables tables, CancellationToken cancellationToken)
    {
        var broadcasts = new BroadcastStore(tables, new OutboxRelay(tables, new NobodysQueue(), Clock, NullLogger<OutboxRelay>.Instance), new());
        var broadcast = new Broadcast(id, new("message", id), new("everybody", ""), null, Clock.GetUtcNow()) { Text = new("De zaal is gewijzigd", "We zitten in de raadzaal. De tijden blijven gelijk.", "", "") };
        await broadcasts.Begin(broadcast, StartBroadcast.Item(id), cancellationToken);
        return broadcasts;
    }

    private async Task Make(SqliteTables tables, CancellationToken cancellationToken)
    {
        var (members, conversations, now) = (new MemberStore(tables), new ConversationStore(tables, Clock), Clock.GetUtcNow());
        for (var i = 0; i < size; i++)
        {
            var id = Member(i);
            await members.Change(id, _ => new(id, $"Deelnemer {i}", $"deelnemer{i}@gemeente.example", Language.Dutch, null, now), cancellationToken);
            await conversations.Store(new PersonalConversation(id, serviceUrl, Tenant, $"29:{id}", "28:bot", i % 2 == 0 ? Chat(id) : null), cancellationToken);
        }

        // The bot loads its sample network, people included, into a store without one.
        await new NetworkStore(tables, Clock).Save(new("Leerkring", "secretariaat@leerkring.example", Network.Empty.Municipalities), cancellationToken);
    }

    /// <summary>What stands in the outbox is brought to the queue by the bot.</summary>
    private sealed class NobodysQueue : IWorkQueue
    {
        public Task Enqueue(WorkItem item, DateTimeOffset? notBefore, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
