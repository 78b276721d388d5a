using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Ideas;

/// <summary>Table Ideas, one partition: "i|id" ideas, newest first; "n|number" and "k|hash" say which id a number and a key stand for, and outlive the idea; "t|hash|id" what it says; "a|gathering|id|hash" agendas; "d" the digest; "o|…" outbox.</summary>
public sealed class IdeaStore : IIdeaStore
{
    private const int Tries = 30;
    private const string Id = nameof(Id);
    private const string Line = nameof(Line);
    private const string Digest = "d";
    private const string Since = nameof(Since);
    private readonly OutboxRelay outbox;
    private readonly ITable table;
    private readonly SharedIdeas shared;

    public IdeaStore(ITables tables, OutboxRelay outbox, TimeProvider clock)
    {
        (this.outbox, table) = (outbox, tables[TableNames.Ideas]);
        shared = new(All, clock);
    }

    public async Task<IdeaId?> Add(Idea idea, string key, CancellationToken cancellationToken)
    {
        var known = KeyOf(key);
        var begun = shared.Begin();
        var stored = await Write(
            [
                new RowChange.Insert(IdeaRow.Write(idea)),
                new RowChange.Insert(Pointer(known, idea.Id)),
                new RowChange.Insert(Pointer(NumberOf(idea.Number), idea.Id)),
                new RowChange.Insert(Row.Of(Partition.Network, TextOf(idea))),
            ],
            cancellationToken);
        if (!stored) return await Follow(known, cancellationToken);
        shared.Note(idea, begun);
        return idea.Id;
    }

    public async Task<Idea?> Find(IdeaId id, CancellationToken cancellationToken) =>
        await table.Get(Partition.Network, IdeaRow.Key(id), cancellationToken) is { } row ? IdeaRow.Read(row) : null;

    public Task<IdeaId?> Find(IdeaNumber number, CancellationToken cancellationToken) => Follow(NumberOf(number), cancellationToken);

    public async Task<IReadOnlyList<IdeaId>> Alike(string text, CancellationToken cancellationToken) =>
        [.. (await table.Begins(Partition.Network, $"t|{IdeaText.Hash(text)}|", cancellationToken).List(cancellationToken)).Select(row => IdeaId.Parse(row.RowKey.Split('|')[2]))];

    public async IAsyncEnumerable<Idea> All([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.Begins(Partition.Network, IdeaRow.Prefix, cancellationToken)) yield return IdeaRow.Read(row);
    }

    public Task<IReadOnlyList<Idea>> Recent(CancellationToken cancellationToken) => shared.Get(cancellationToken);

    public async Task<IReadOnlyList<AgendaIdea>> Agendas(CancellationToken cancellationToken) =>
        [.. (await table.Begins(Partition.Network, "a|", cancellationToken).List(cancellationToken)).Select(row => row.RowKey.Split('|') is [_, var gathering, var id, _]
            ? new AgendaIdea(GatheringId.Parse(gathering), IdeaId.Parse(id).Number, row.Text(Line) ?? "")
            : throw new InvalidDataException($"The row {row.RowKey} is on no agenda."))];

    public async Task<DateTimeOffset?> DigestSince(CancellationToken cancellationToken) => (await table.Get(Partition.Network, Digest, cancellationToken))?.Moment(Since);

    public async Task SetDigest(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await table.Get(Partition.Network, Digest, cancellationToken);
            if (await table.Write([RowChange.Put(Row.Of(Partition.Network, Digest, (Since, since)), stored)], cancellationToken)) return;
        }

        throw new StorageFaultException("Whether the digest goes out changes all the time.");
    }

    public async Task<TOutcome> Change<TOutcome>(ImmutableArray<IdeaId> ids, Func<ReadIdeas, IdeaChange<TOutcome>> decide, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var (read, change) = await Decide(ids, decide, cancellationToken);
            if (change.Changed.IsEmpty && change.Gone.IsEmpty) return change.Outcome!;
            var begun = shared.Begin();
            if (await Write(Batch(read, change), cancellationToken))
            {
                foreach (var idea in change.Changed) shared.Note(idea, begun);
                foreach (var id in change.Gone) shared.NoteGone(id, begun);
                if (!change.Work.IsEmpty) outbox.Hint(TableNames.Ideas, Partition.Network);
                return change.Outcome!;
            }

            await Task.Delay(Random.Shared.Next(5 + (10 * i)), cancellationToken);
        }

        throw new StorageFaultException($"The idea {ids[0]} changes all the time.");
    }

    private async Task<bool> Write(IReadOnlyList<RowChange> batch, CancellationToken cancellationToken)
    {
        try
        {
            return await table.Write(batch, cancellationToken);
        }
        catch
        {
            shared.Forget();
            throw;
        }
    }

    private async Task<(IReadOnlyDictionary<IdeaId, Row?> Read, IdeaChange<TOutcome> Change)> Decide<TOutcome>(ImmutableArray<IdeaId> ids, Func<ReadIdeas, IdeaChange<TOutcome>> decide, CancellationToken cancellationToken)
    {
        var read = new Dictionary<IdeaId, Row?>();
        for (var lacking = ids; ;)
        {
            var rows = await Task.WhenAll(lacking.Select(id => table.Get(Partition.Network, IdeaRow.Key(id), cancellationToken)));
            foreach (var (id, row) in lacking.Zip(rows)) read[id] = row;
            var change = decide(new(read.ToDictionary(pair => pair.Key, pair => pair.Value is null ? null : IdeaRow.Read(pair.Value))));
            if (change.Lacking.IsEmpty) return (read, change);
            lacking = change.Lacking;
        }
    }

    private static List<RowChange> Batch<TOutcome>(IReadOnlyDictionary<IdeaId, Row?> read, IdeaChange<TOutcome> change)
    {
        var batch = new List<RowChange>();
        foreach (var idea in change.Changed)
        {
            var before = read[idea.Id]!;
            batch.Add(new RowChange.Replace(IdeaRow.Write(idea) with { ETag = before.ETag }));
            var (old, now) = (TextOf(IdeaRow.Read(before)), TextOf(idea));
            if (old != now)
            {
                batch.Add(new RowChange.Delete(Row.Of(Partition.Network, old)));
                batch.Add(new RowChange.Insert(Row.Of(Partition.Network, now)));
            }

            var (left, put) = (AgendaOf(IdeaRow.Read(before)), AgendaOf(idea));
            if (left?.RowKey == put?.RowKey) continue;
            if (left is not null) batch.Add(new RowChange.Delete(left));
            if (put is not null) batch.Add(new RowChange.Insert(put));
        }

        foreach (var id in change.Gone)
        {
            var before = read[id]!;
            batch.Add(new RowChange.Delete(before));
            batch.Add(new RowChange.Delete(Row.Of(Partition.Network, TextOf(IdeaRow.Read(before)))));
            if (AgendaOf(IdeaRow.Read(before)) is { } left) batch.Add(new RowChange.Delete(left));
        }

        batch.AddRange(change.Work.Select(item => OutboxRelay.Row(Partition.Network, item)));
        return batch;
    }

    // The hash in its key tells whether the line is still the same, so that it need not be read.
    private static Row? AgendaOf(Idea idea) => idea is { Agenda: { } gathering, IsListed: true }
        ? Row.Of(Partition.Network, $"a|{gathering}|{idea.Id}|{IdeaText.Hash(idea.Text)[..8]}", (Line, IdeaText.FirstLine(idea.Text)))
        : null;

    private async Task<IdeaId?> Follow(string rowKey, CancellationToken cancellationToken) =>
        await table.Get(Partition.Network, rowKey, cancellationToken) is { } row ? IdeaId.Parse(row.Text(Id)!) : null;

    private static Row Pointer(string rowKey, IdeaId id) => Row.Of(Partition.Network, rowKey, (Id, id.ToString()));

    private static string NumberOf(IdeaNumber number) => $"n|{number.Code}";

    // A key may hold a person's address; only its hash is kept.
    private static string KeyOf(string key) => $"k|{Key.Hash(key, 40)}";

    private static string TextOf(Idea idea) => $"t|{IdeaText.Hash(idea.Text)}|{idea.Id}";
}
