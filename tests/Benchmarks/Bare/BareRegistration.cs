using System.Collections.Concurrent;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Benchmarks.Bare;

/// <summary>The storage calls of an answer to an invitation: member, head and registration together, then head and registration in one batch; one writer per gathering.</summary>
internal sealed class BareRegistration(ITables tables, Answers answers)
{
    private readonly ITable members = tables[TableNames.Members];
    private readonly ITable gatherings = tables[TableNames.Gatherings];
    private readonly ConcurrentDictionary<string, SemaphoreSlim> writers = new();

    public async Task Click(HttpContext http)
    {
        var activity = await Answers.Parse(http);
        var action = activity.Value.GetProperty("action");
        var comes = action.GetProperty("verb").ValueEquals(InvitationCard.Come.Verb);
        var id = GatheringId.Parse(action.GetProperty("data").GetProperty("gathering").GetString()!);
        var (who, stop) = (activity.From!.AadObjectId!, http.RequestAborted);

        var member = members.Get(Partition.Network, who, stop);
        var writer = writers.GetOrAdd(id.Series, _ => new(1));
        await writer.WaitAsync(stop);
        try
        {
            var head = gatherings.Get(id.Series, $"g|{id.Item}", stop);
            var mine = gatherings.Get(id.Series, $"r|{id.Item}|{who}", stop);
            await Task.WhenAll(member, head, mine);
            await Store(id, (await member)!, (await head)!, await mine, comes, stop);
        }
        finally
        {
            writer.Release();
        }

        await Answers.Send(http, comes ? answers.Come : answers.Decline);
    }

    private async Task Store(GatheringId id, Row member, Row head, Row? mine, bool comes, CancellationToken cancellationToken)
    {
        if (mine is not null && mine.Flag("Wants") == comes) return;
        var ticket = head.Whole("NextTicket")!.Value;
        var next = Row.Of(id.Series, $"r|{id.Item}|{member.RowKey}", ("Wants", comes), ("Affiliation", member.Text("Municipality")), ("Ticket", ticket), ("At", TimeProvider.System.GetUtcNow()));
        var counted = head with { Values = new Dictionary<string, object>(head.Values) { ["NextTicket"] = ticket + 1 } };
        RowChange registration = mine is null ? new RowChange.Insert(next) : new RowChange.Replace(next with { ETag = mine.ETag });
        if (!await gatherings.Write([new RowChange.Replace(counted), registration], cancellationToken))
            throw new InvalidOperationException("Somebody else writes into this store.");
    }
}
