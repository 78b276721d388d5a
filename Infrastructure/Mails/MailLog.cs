using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Table Mails, partition = network: "p" the position, "m|key" where a mail went, "c|moment|key" what a person must look at, latest first, "n|address|day" how many answers an address got, "w" how many mails wait.</summary>
/// <remarks>Of who mailed nothing stays but what a person must look at: the address of "n|" is hashed.</remarks>
public sealed class MailLog(ITables tables, MailSignal signal) : IMailLog
{
    private const string Place = nameof(Place);
    private const string Folder = nameof(Folder);
    private const string Count = nameof(Count);
    private const long Unknown = -1;
    private const int Tries = 8;
    private static readonly long End = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
    private readonly ITable table = tables[TableNames.Mails];

    public async Task<string?> Position(CancellationToken cancellationToken) =>
        await table.Get(Partition.Network, "p", cancellationToken) is { } row ? Chunked.Read(row, Place) : null;

    public Task KeepPosition(string position, CancellationToken cancellationToken) =>
        Keep(Row.Of(Partition.Network, "p", [.. Chunked.Values(Place, position)]), stored => Chunked.Read(stored, Place) == position, cancellationToken);

    public async Task<int?> Waiting(CancellationToken cancellationToken) =>
        (await table.Get(Partition.Network, "w", cancellationToken))?.Whole(Count) switch { null => 0, Unknown => null, var count => (int)count };

    public Task KeepWaiting(int? count, CancellationToken cancellationToken)
    {
        var known = count ?? Unknown;
        return Keep(Row.Of(Partition.Network, "w", (Count, known)), stored => stored.Whole(Count) == known, cancellationToken);
    }

    public async Task<MailFolder?> Find(string key, CancellationToken cancellationToken) =>
        await table.Get(Partition.Network, $"m|{key}", cancellationToken) is { } row ? Enum.Parse<MailFolder>(row.Text(Folder)!) : null;

    public async Task<bool> Add(DealtMail mail, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var batch = new List<RowChange> { new RowChange.Insert(Row.Of(Partition.Network, $"m|{mail.Key}", (Folder, mail.Folder.ToString()))) };
            if (mail.Check is { } check) batch.Add(new RowChange.Insert(Write(check)));
            if (mail.Answer is { } answer) batch.AddRange(await Answer(answer, mail, cancellationToken));
            if (await table.Write(batch, cancellationToken))
            {
                if (mail.Answer is not null) signal.Raise();
                return true;
            }

            if (await Find(mail.Key, cancellationToken) is not null) return false;
        }

        throw new StorageFaultException("The answers to an address change all the time.");
    }

    public async Task<IReadOnlyList<MailToCheck>> ToCheck(CancellationToken cancellationToken) =>
        [.. (await table.Begins(Partition.Network, "c|", cancellationToken).List(cancellationToken)).Select(Read)];

    public async Task Checked(string key, CancellationToken cancellationToken)
    {
        foreach (var mail in await ToCheck(cancellationToken))
            if (mail.Key == key) await table.Write([new RowChange.Delete(Row.Of(Partition.Network, KeyOf(mail)))], cancellationToken);
    }

    /// <summary>What is kept of an address: what a person must look at, and what goes out to it.</summary>
    public async Task<IReadOnlyList<MailToCheck>> Of(string address, CancellationToken cancellationToken) => [.. (await ToCheck(cancellationToken)).Where(mail => mail.Address == address)];

    /// <summary>Leaves that there is something to look at, without whose it is, and drops what would still go out. May be repeated.</summary>
    public async Task Forget(string address, CancellationToken cancellationToken)
    {
        foreach (var mail in await Of(address, cancellationToken))
        {
            if (await table.Get(Partition.Network, KeyOf(mail), cancellationToken) is not { } row) continue;
            await table.Write([new RowChange.Replace(Write(mail with { Address = "", Name = "", Subject = "" }) with { ETag = row.ETag })], cancellationToken);
        }

        await foreach (var row in table.Begins(Partition.Network, $"n|{MailOutbox.Id(address)}|", cancellationToken))
            await table.Write([new RowChange.Delete(row)], cancellationToken);
    }

    private Task Keep(Row row, Func<Row, bool> isKnown, CancellationToken cancellationToken) => table.Put(row, $"The row {row.RowKey} of the mailbox", cancellationToken, isKnown);

    private async Task<IEnumerable<RowChange>> Answer(Mail answer, DealtMail mail, CancellationToken cancellationToken)
    {
        var key = $"n|{MailOutbox.Id(answer.To.ToLowerInvariant())}|{mail.At.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        var stored = await table.Get(Partition.Network, key, cancellationToken);
        var count = (stored?.Whole(Count) ?? 0) + 1;
        if (count > MailLimits.MostAnswersPerDay) return [];
        var outgoing = MailOutbox.Rows($"answer|{mail.AnswerKey}", answer);
        if (await table.Get(Partition.Network, outgoing[0].Row.RowKey, cancellationToken) is not null) return [];
        var row = Row.Of(Partition.Network, key, (Count, count));
        return [RowChange.Put(row, stored), .. outgoing];
    }

    private static string KeyOf(MailToCheck mail) => $"c|{(End - mail.ReceivedAt.ToUnixTimeMilliseconds()).ToString("D15", CultureInfo.InvariantCulture)}|{mail.Key}";

    private static Row Write(MailToCheck mail) => Row.Of(
        Partition.Network,
        KeyOf(mail),
        (nameof(MailToCheck.Reason), mail.Reason.ToString()),
        (nameof(MailToCheck.ReceivedAt), mail.ReceivedAt.ToUniversalTime()),
        (nameof(MailToCheck.Address), mail.Address),
        (nameof(MailToCheck.Name), mail.Name),
        (nameof(MailToCheck.Subject), mail.Subject.Length > 500 ? mail.Subject[..500] : mail.Subject),
        (nameof(MailToCheck.Link), mail.Link?.ToString()));

    private static MailToCheck Read(Row row) => new(
        row.RowKey.Split('|')[2],
        Enum.Parse<CheckReason>(row.Text(nameof(MailToCheck.Reason))!),
        row.Moment(nameof(MailToCheck.ReceivedAt))!.Value,
        row.Text(nameof(MailToCheck.Address)) ?? "",
        row.Text(nameof(MailToCheck.Name)) ?? "",
        row.Text(nameof(MailToCheck.Subject)) ?? "",
        row.Text(nameof(MailToCheck.Link)) is { } link ? new Uri(link) : null);
}
