using System.Collections.Concurrent;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Benchmarks.Bare;

/// <summary>The storage calls of an answer to a poll: member, poll and (once a second for all clicks on it) the range of answers together, then answer and history in one batch.</summary>
internal sealed class BarePoll(ITables tables, Answers answers)
{
    private readonly ITable members = tables[TableNames.Members];
    private readonly ITable polls = tables[TableNames.Polls];
    private readonly ConcurrentDictionary<string, BareTally> tallies = new();

    public async Task Click(HttpContext http)
    {
        var activity = await Answers.Parse(http);
        var data = activity.Value.GetProperty("action").GetProperty("data");
        var (poll, option, stop) = (data.GetProperty("poll").GetString()!, data.GetProperty("option").GetString()!, http.RequestAborted);

        var member = members.Get(Partition.Network, activity.From!.AadObjectId!, stop);
        var head = polls.Get(poll, "p", stop);
        var tally = tallies.GetOrAdd(poll, id => new(polls, id));
        var reading = tally.Read();
        await Task.WhenAll(member, head, reading);

        var municipality = (await member)!.Text("Municipality")!;
        var current = (await reading).GetValueOrDefault(municipality);
        while (current?.Text("Option") != option)
        {
            // Without its version it was stored within this second: as the bot, ask for it.
            if (current is { ETag: null }) current = await polls.Get(poll, $"a|{municipality}", stop);
            var version = (current?.Whole("Version") ?? 0) + 1;
            var next = Row.Of(poll, $"a|{municipality}", ("Option", option), ("By", activity.From.AadObjectId), ("At", TimeProvider.System.GetUtcNow()), ("Version", version));
            RowChange change = current is null ? new RowChange.Insert(next) : new RowChange.Replace(next with { ETag = current.ETag });
            if (await polls.Write([change, new RowChange.Insert(next with { RowKey = $"h|{municipality}|{version:000000}" })], stop))
            {
                tally.Note(municipality, next);
                break;
            }

            current = await polls.Get(poll, $"a|{municipality}", stop);
        }

        await Answers.Send(http, answers.Answered);
    }
}
