using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>Table Gatherings: the head "g|id" and the registrations "r|id|member", always changed in one batch.</summary>
public sealed class RegistrationStore(ITables tables, OutboxRelay outbox, TimeProvider clock) : IRegistrationStore, IGatheringSheets
{
    private const int Tries = 30;
    private readonly ITable table = tables[TableNames.Gatherings];

    // Inside an instance the changes of one series queue here, so that only instances compete for the head's ETag.
    private readonly Writer[] writers = [.. Enumerable.Range(0, 256).Select(_ => new Writer())];

    public async Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        Person who,
        Func<RegistrationSheet, Registration?, Member, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class
    {
        // The profile may take a look-up at the channel: nobody waits in the queue for that.
        var writer = WriterOf(gathering);
        var seen = writer.Writes;
        var reading = ReadRows(gathering, who.Id, cancellationToken);
        await Task.WhenAll(reading, who.Member);
        var member = await who.Member;
        return await Change(gathering, who.Id, writer, (await reading, seen), (sheet, mine) => decide(sheet, mine, member), cancellationToken);
    }

    public Task<TOutcome?> Change<TOutcome>(GatheringId gathering, Func<RegistrationSheet, RegistrationChange<TOutcome>> decide, CancellationToken cancellationToken)
        where TOutcome : class =>
        Change(gathering, null, WriterOf(gathering), null, (sheet, _) => decide(sheet), cancellationToken);

    public Row Open(Gathering gathering) => SheetRow.Write(RegistrationSheet.Open(gathering));

    public async Task<RevisionOutcome?> Revise(Gathering revised, RowChange details, CancellationToken cancellationToken)
    {
        var writer = WriterOf(revised.Id);
        await writer.Gate.WaitAsync(cancellationToken);
        try
        {
            if (await table.Get(revised.Id.Series, SheetRow.Key(revised.Id), cancellationToken) is not { } head) return new RevisionOutcome.UnknownGathering();
            var change = RegistrationRules.Revise(SheetRow.Read(head), revised, clock.GetUtcNow());
            if (change.Sheet is null) return change.Outcome;
            writer.Writes++;
            var stored = await Store(revised.Id, head, null, change, [details], cancellationToken);
            writer.Writes++;
            return stored ? change.Outcome : null;
        }
        finally
        {
            writer.Gate.Release();
        }
    }

    private async Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        MemberId? member,
        Writer writer,
        ((Row? Head, Row? Row) Rows, long Seen)? read,
        Func<RegistrationSheet, Registration?, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class
    {
        await writer.Gate.WaitAsync(cancellationToken);
        try
        {
            for (var i = 0; i < Tries; i++)
            {
                // What was read before the queue is good as long as nobody of this instance wrote since.
                var (head, row) = i == 0 && read is { } before && before.Seen == writer.Writes ? before.Rows : await ReadRows(gathering, member, cancellationToken);
                if (head is null) return null;
                var change = decide(SheetRow.Read(head), row is null ? null : ReadRegistration(row));
                if (change.Sheet is null) return change.Outcome;
                // Counted before and after: what is read meanwhile may be half of it.
                writer.Writes++;
                var stored = await Store(gathering, head, row, change, [], cancellationToken);
                writer.Writes++;
                if (stored) return change.Outcome;
                await Task.Delay(Random.Shared.Next(5 + (10 * i)), cancellationToken);
            }
        }
        finally
        {
            writer.Gate.Release();
        }

        throw new StorageFaultException($"The gathering {gathering} changes all the time.");
    }

    public async Task<(RegistrationSheet Sheet, Registration? Mine)?> Read(GatheringId gathering, MemberId member, CancellationToken cancellationToken)
    {
        var (head, row) = await ReadRows(gathering, member, cancellationToken);
        return head is null ? null : (SheetRow.Read(head), row is null ? null : ReadRegistration(row));
    }

    public async Task<RegistrationSheet?> Sheet(GatheringId gathering, CancellationToken cancellationToken) =>
        await table.Get(gathering.Series, SheetRow.Key(gathering), cancellationToken) is { } head ? SheetRow.Read(head) : null;

    public async Task<IReadOnlyList<Registration>> All(GatheringId gathering, CancellationToken cancellationToken) =>
        [.. (await table.Begins(gathering.Series, $"r|{gathering.Item}|", cancellationToken).List(cancellationToken)).Select(ReadRegistration)];

    private async Task<(Row? Head, Row? Row)> ReadRows(GatheringId gathering, MemberId? member, CancellationToken cancellationToken)
    {
        var head = table.Get(gathering.Series, SheetRow.Key(gathering), cancellationToken);
        var row = member is { } id ? table.Get(gathering.Series, RowKey(gathering, id), cancellationToken) : Task.FromResult<Row?>(null);
        await Task.WhenAll(head, row);
        // A row newer than the head: both were written between the two reads.
        return (await row)?.Whole(nameof(Registration.Ticket)) >= (await head)?.Whole(nameof(RegistrationSheet.NextTicket))
            ? (await table.Get(gathering.Series, SheetRow.Key(gathering), cancellationToken), await row)
            : (await head, await row);
    }

    private async Task<bool> Store<TOutcome>(GatheringId gathering, Row head, Row? row, RegistrationChange<TOutcome> change, IReadOnlyList<RowChange> others, CancellationToken cancellationToken)
    {
        List<RowChange> batch = [new RowChange.Replace(SheetRow.Write(change.Sheet!) with { ETag = head.ETag }), .. others];
        if (change.Mine is { } mine)
        {
            var next = WriteRegistration(gathering, mine) with { ETag = row?.ETag };
            batch.Add(row is null ? new RowChange.Insert(next) : new RowChange.Replace(next));
        }

        batch.AddRange(RegistrationWork.Notify(gathering, change.Notices).Select(item => OutboxRelay.Row(gathering.Series, item)));
        if (change.Notices.Any(notice => notice.Kind == RegistrationNoticeKind.Offered))
            batch.Add(OutboxRelay.Row(gathering.Series, RegistrationWork.OfferOn(gathering), clock.GetUtcNow() + WaitingList.OfferHead));

        if (!await table.Write(batch, cancellationToken)) return false;
        if (!change.Notices.IsEmpty) outbox.Hint(TableNames.Gatherings, gathering.Series);
        return true;
    }

    // Two series may share a queue; that costs a little time and nothing else.
    private Writer WriterOf(GatheringId gathering) => writers[(uint)gathering.Series.GetHashCode(StringComparison.Ordinal) % writers.Length];

    private static string RowKey(GatheringId gathering, MemberId member) => $"r|{gathering.Item}|{member}";

    private static Row WriteRegistration(GatheringId gathering, Registration registration) => Row.Of(
        gathering.Series,
        RowKey(gathering, registration.Member),
        (nameof(Registration.Wants), registration.Wants),
        (nameof(Registration.Affiliation), registration.Affiliation),
        (nameof(Registration.Ticket), registration.Ticket),
        (nameof(Registration.At), registration.At));

    private static Registration ReadRegistration(Row row) => new(
        new(row.RowKey.Split('|')[2]),
        row.Flag(nameof(Registration.Wants)),
        row.Text(nameof(Registration.Affiliation))!,
        row.Whole(nameof(Registration.Ticket)) ?? 0,
        row.Moment(nameof(Registration.At)) ?? default);

    private sealed class Writer
    {
        private long writes;

        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>Written under the gate, read by anybody.</summary>
        public long Writes
        {
            get => Volatile.Read(ref writes);
            set => Volatile.Write(ref writes, value);
        }
    }
}
