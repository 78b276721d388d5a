using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>Table Polls, partition = poll, rows as <see cref="PollRow"/> names them and outbox rows "o|…". Table Index: "poll|closing|id".</summary>
public sealed class PollStore(ITables tables, OutboxRelay outbox, TimeProvider clock) : IPollStore
{
    private readonly ITable table = tables[TableNames.Polls];
    private readonly ITable index = tables[TableNames.Index];
    private readonly SharedTallies tallies = new(tables[TableNames.Polls], clock);
    private readonly BallotBox box = new(tables[TableNames.Polls], clock);
    private readonly PollForgetting forgetting = new(tables[TableNames.Polls]);

    public async Task<bool> Add(Poll poll, CancellationToken cancellationToken)
    {
        await List(poll, cancellationToken);
        List<RowChange> batch = [new RowChange.Insert(PollRow.Write(poll))];
        if (poll.IsAnonymous) batch.Add(new RowChange.Insert(PollRow.WriteBox(poll, new Dictionary<string, int>())));
        return await table.Write(batch, cancellationToken);
    }

    public async Task<Poll?> Find(PollId id, CancellationToken cancellationToken) =>
        await table.Get(id.ToString(), PollRow.Poll, cancellationToken) is { } row ? PollRow.Read(id, row) : null;

    public async Task<IReadOnlyList<Poll>> Open(CancellationToken cancellationToken) =>
        [.. (await ClosingFrom(clock.GetUtcNow(), cancellationToken)).Where(poll => poll.IsOpen(clock.GetUtcNow()))];

    public async Task<IReadOnlyList<Poll>> ClosingFrom(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var rows = await index.Query(Partition.Network, IndexKey(moment, "."), "poll|~", [], cancellationToken).List(cancellationToken);
        var found = await Task.WhenAll(rows.Select(row => Find(IdOf(row), cancellationToken)));
        // A line of another closing moment, or of an import that broke off, is passed over.
        return [.. rows.Zip(found).Where(pair => pair.Second is not null && pair.First.RowKey == IndexKey(pair.Second.ClosesAt, pair.Second.Id.ToString())).Select(pair => pair.Second!)];
    }

    public async Task<bool> Replace(Poll poll, CancellationToken cancellationToken)
    {
        await List(poll, cancellationToken);
        var held = poll.IsAnonymous ? await box.InTurn(poll.Id, Write, cancellationToken) : await Write();
        if (held) tallies.Forget(poll.Id);
        return held;

        async Task<bool> Write()
        {
            List<RowChange> batch = [new RowChange.Replace(PollRow.Write(poll))];
            // The counters too, so that whoever takes part right now sees that it changed. While nobody answered, whether it is anonymous may have changed as well.
            var stored = poll.IsAnonymous || !poll.HasAnswers ? await table.Get(poll.Id.ToString(), PollRow.Box, cancellationToken) : null;
            if (poll.IsAnonymous) batch.Add(RowChange.Put(PollRow.WriteBox(poll, stored is null ? new Dictionary<string, int>() : PollRow.ReadBox(stored)), stored));
            else if (stored is not null) batch.Add(new RowChange.Delete(stored));
            return await table.Write(batch, cancellationToken);
        }
    }

    public async Task<bool> Decide(Poll poll, CancellationToken cancellationToken)
    {
        await List(poll, cancellationToken);
        // The sweep looks where something happened lately, and this poll may have closed long ago.
        await List(poll with { ClosesAt = clock.GetUtcNow() }, cancellationToken);
        if (!await table.Write([new RowChange.Replace(PollRow.Write(poll)), OutboxRelay.Row(poll.Id.ToString(), PollWork.Decided(poll.Id, poll.Host!))], cancellationToken)) return false;
        tallies.Forget(poll.Id);
        outbox.Hint(TableNames.Polls, poll.Id.ToString());
        return true;
    }

    public async Task<IReadOnlyList<Poll>> All(CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll((await Ids(cancellationToken)).Select(id => Find(id, cancellationToken)))).OfType<Poll>()];

    public Task<PollTally> Tally(PollId id, CancellationToken cancellationToken) => tallies.Get(id, cancellationToken);

    public async Task<(PollAnswer Answer, string Stamp)?> Answer(PollId id, Voter voter, CancellationToken cancellationToken) =>
        await table.Get(id.ToString(), PollRow.AnswerKey(voter), cancellationToken) is { } row ? (PollRow.ReadAnswer(row), row.ETag!) : null;

    public async Task<AnswerDetails> Details(PollId id, Voter voter, CancellationToken cancellationToken) =>
        PollRow.ReadDetails(await table.Get(id.ToString(), PollRow.DetailsKey(voter), cancellationToken));

    public async Task<IReadOnlyList<PollAnswer>> Answers(PollId id, CancellationToken cancellationToken)
    {
        var answers = table.Begins(id.ToString(), PollRow.Answers, cancellationToken).List(cancellationToken);
        var details = (await table.Begins(id.ToString(), PollRow.Details, cancellationToken).List(cancellationToken)).ToDictionary(PollRow.VoterOf);
        return [.. (await answers).Select(PollRow.ReadAnswer).Select(answer => answer with { Details = PollRow.ReadDetails(details.GetValueOrDefault(answer.Voter)) })];
    }

    public async Task<bool> HasAnswered(PollId id, Voter voter, CancellationToken cancellationToken)
    {
        var tookPart = table.Get(id.ToString(), PollRow.TookPartKey(voter), cancellationToken);
        return await table.Get(id.ToString(), PollRow.AnswerKey(voter), cancellationToken) is not null || await tookPart is not null;
    }

    public async Task<bool> Put(Poll poll, PollAnswer answer, TalliedAnswer? replaces, CancellationToken cancellationToken)
    {
        if (poll.IsAnonymous) throw new ArgumentException("An anonymous poll holds no answers.", nameof(poll));
        var current = PollRow.WriteAnswer(poll.Id, PollRow.AnswerKey(answer.Voter), answer);
        RowChange change = new RowChange.Insert(current);
        if (replaces is not null)
        {
            if ((replaces.Stamp ?? await StampOf(poll.Id, answer, cancellationToken)) is not { } stamp) return false;
            change = new RowChange.Replace(current with { ETag = stamp });
        }

        List<RowChange> batch = [change, new RowChange.Insert(PollRow.WriteAnswer(poll.Id, PollRow.HistoryKey(answer.Voter, answer.Version), answer))];
        if (answer.Details is { } details) batch.AddRange(await Told(poll.Id, answer.Voter, details, cancellationToken));
        // The first answer of all, so that nobody changes the question under it; and every offer, so that none is withdrawn while it is chosen.
        if (!poll.HasAnswers || poll.Template == PollTemplate.Host) batch.Add(new RowChange.Replace(PollRow.Write(poll with { HasAnswers = true })));
        var told = replaces?.By is { } before && before != answer.By && before != MemberId.Forgotten;
        if (told) batch.Add(OutboxRelay.Row(poll.Id.ToString(), PollWork.Changed(poll.Id, answer, replaces!.By!.Value)));

        if (!await table.Write(batch, cancellationToken)) return false;
        tallies.Note(poll.Id, answer.Voter, TalliedAnswer.Of(answer, null));
        if (told) outbox.Hint(TableNames.Polls, poll.Id.ToString());
        return true;
    }

    public async Task<CastOutcome> Cast(Poll poll, Voter voter, PollChoice choice, PollTally seen, CancellationToken cancellationToken)
    {
        if (!poll.IsAnonymous) throw new ArgumentException("The poll is not anonymous.", nameof(poll));
        var outcome = await box.Cast(poll, voter, choice, seen, cancellationToken);
        if (outcome == CastOutcome.Counted) tallies.Note(poll.Id, voter, TalliedAnswer.TookPart);
        return outcome;
    }

    public async Task<IReadOnlyList<PollAnswer>> History(PollId id, Voter voter, CancellationToken cancellationToken) =>
        [.. (await table.Begins(id.ToString(), PollRow.HistoryOf(voter), cancellationToken).List(cancellationToken)).Select(PollRow.ReadAnswer)];

    public async Task<IReadOnlyList<PollAnswer>> History(PollId id, CancellationToken cancellationToken) =>
        [.. (await table.Begins(id.ToString(), PollRow.History, cancellationToken).List(cancellationToken)).Select(PollRow.ReadAnswer)];

    public async Task<IReadOnlyList<(Poll Poll, PollAnswer? Answer)>> GivenBy(MemberId member, CancellationToken cancellationToken)
    {
        var given = new List<(Poll, PollAnswer?)>();
        foreach (var id in await Ids(cancellationToken))
        {
            var tookPart = await table.Get(id.ToString(), PollRow.TookPartKey(Voter.Of(member)), cancellationToken) is not null;
            var lines = (await table.Begins(id.ToString(), PollRow.History, cancellationToken).List(cancellationToken)).Where(row => PollRow.IsBy(row, member) || PollRow.VoterOf(row) == Voter.Of(member)).ToList();
            if ((lines.Count == 0 && !tookPart) || await Find(id, cancellationToken) is not { } poll) continue;
            given.AddRange(lines.Select(row => (poll, (PollAnswer?)PollRow.ReadAnswer(row))));
            if (tookPart) given.Add((poll, null));
        }

        return given;
    }

    public async Task Forget(MemberId member, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        foreach (var id in await Ids(cancellationToken))
        {
            await forgetting.Forget(id, member, words, cancellationToken);
            tallies.Forget(id);
        }
    }

    // The index first: a line that points to nothing is passed over, a poll without its line would never be seen.
    private Task List(Poll poll, CancellationToken cancellationToken) =>
        index.Write([new RowChange.Insert(Row.Of(Partition.Network, IndexKey(poll.ClosesAt, poll.Id.ToString())))], cancellationToken);

    private async Task<IReadOnlyList<RowChange>> Told(PollId id, Voter voter, AnswerDetails details, CancellationToken cancellationToken)
    {
        var row = PollRow.WriteDetails(id, voter, details);
        var stored = await table.Get(id.ToString(), row.RowKey, cancellationToken);
        return stored is not null ? [details.IsEmpty ? new RowChange.Delete(stored) : new RowChange.Replace(row with { ETag = stored.ETag })]
            : details.IsEmpty ? []
            : [new RowChange.Insert(row)];
    }

    private async Task<IReadOnlyList<PollId>> Ids(CancellationToken cancellationToken) =>
        [.. (await index.Begins(Partition.Network, "poll|", cancellationToken).List(cancellationToken)).Select(IdOf).Distinct()];

    private async Task<string?> StampOf(PollId id, PollAnswer next, CancellationToken cancellationToken) =>
        await Answer(id, next.Voter, cancellationToken) is { } standing && standing.Answer.Version == next.Version - 1 ? standing.Stamp : null;

    private static PollId IdOf(Row row) => new(row.RowKey.Split('|')[2]);

    private static string IndexKey(DateTimeOffset closesAt, string id) =>
        $"poll|{closesAt.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}|{id}";
}
