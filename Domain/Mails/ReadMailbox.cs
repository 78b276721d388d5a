using System.Security.Cryptography;
using System.Text;

namespace LeerkringBot.Domain.Mails;

/// <summary>Makes of every mail its ideas, exactly once, and one answer at most; whatever the mailbox gives twice, in another order or not at all, and wherever it breaks off.</summary>
/// <remarks>Used by one at a time in a program. Several programs at once do the same work twice, and nothing twice.</remarks>
public sealed class ReadMailbox(IMailbox mailbox, IMailReader reader, IMailLog log, INoteMailedIdeas ideas, IMailAnswers answers, ISubjects subjects, IMembers members, INetwork network, TimeProvider clock)
{
    private readonly Dictionary<string, (int Tries, DateTimeOffset Since)> failing = [];
    private string? position;

    /// <summary>Deals with the next page.</summary>
    /// <returns>Whether there is more to read at once.</returns>
    /// <exception cref="MailboxFaultException">The mailbox could not be read, or some of the page's mails; they come again. So with every other exception.</exception>
    public async Task<bool> Next(CancellationToken cancellationToken)
    {
        // Another program may have come further meanwhile; then what it dealt with is found to be known.
        position ??= await log.Position(cancellationToken);
        var page = await mailbox.Next(position, cancellationToken);
        if (page.Mails.Count > 0)
        {
            var (known, by) = (await network.Current(cancellationToken), await ByAddress(cancellationToken));
            Exception? fault = null, last = null;
            foreach (var item in page.Mails)
            {
                var before = last;
                last = await Try(item, known, by, cancellationToken);
                fault = last ?? fault;
                // Two in a row: it is the mailbox, and the others would fare no better now.
                if (IsPassing(before) && IsPassing(last)) break;
            }

            // The position stays where it is, so that what went wrong comes again; the others are known by then.
            if (fault is not null) throw new MailboxFaultException("A mail could not be dealt with.", fault) { RetryAfter = (fault as MailboxFaultException)?.RetryAfter, IsPassing = IsPassing(fault) };
        }

        if (page.Position != position) await log.KeepPosition(position = page.Position, cancellationToken);
        return !page.IsLast;
    }

    /// <summary>One mail that fails must not keep the others waiting; one that always fails goes to a person.</summary>
    private async Task<Exception?> Try(MailboxItem item, Network known, IReadOnlyDictionary<string, Member> by, CancellationToken cancellationToken)
    {
        MailFolder? folder = null;
        try
        {
            folder = await Deal(item, known, by, cancellationToken);
            if (folder is { } to) await mailbox.Move(item.Id, to, cancellationToken);
            failing.Remove(item.Id);
            return null;
        }
        catch (Exception fault) when (fault is StorageFaultException or MailboxFaultException { RetryAfter: not null })
        {
            // Nothing is wrong with this mail, and the others would fare no better now.
            throw;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var (tries, since) = failing.GetValueOrDefault(item.Id, (0, now));
            if (!IsPassing(fault)) tries++;
            failing[item.Id] = (tries, since);
            if (tries < MailLimits.MostTries && now - since < MailLimits.LongestTrying) return fault;
            // One that is dealt with and can't be moved stays where it is.
            if (folder is null) await GiveUp(item, cancellationToken);
            failing.Remove(item.Id);
            return null;
        }
    }

    private static bool IsPassing(Exception? fault) => fault is MailboxFaultException { IsPassing: true };

    /// <returns>Where it belongs; null when it is gone.</returns>
    private async Task<MailFolder?> Deal(MailboxItem item, Network known, IReadOnlyDictionary<string, Member> by, CancellationToken cancellationToken)
    {
        IncomingMail mail;
        await using (var mime = await mailbox.Open(item.Id, cancellationToken))
        {
            if (mime is null) return null;
            mail = await reader.Read(mime, known.Mailbox, cancellationToken);
        }

        return await log.Find(mail.Key, cancellationToken) ?? await Note(item, mail, known, by, cancellationToken);
    }

    /// <summary>Each step may be repeated: an idea has its key from the mail, and with the last step the mail is dealt with.</summary>
    private async Task<MailFolder> Note(MailboxItem item, IncomingMail mail, Network known, IReadOnlyDictionary<string, Member> by, CancellationToken cancellationToken)
    {
        var author = mail.Sender is { } sender ? MailAuthor.Of(sender, by, known) : null;
        var about = mail is { Kind: MailKind.Ideas, Reference: { } reference } ? await subjects.Find(reference, cancellationToken) : null;
        var noted = new List<NotedIdea>();
        for (var i = 0; i < mail.Ideas.Length; i++)
            if (await ideas.Note(new($"{mail.Key}-{i + 1}", mail.Ideas[i], author!, about, new(mail.Thread?.MessageId, item.Link, item.File, mail.HasAttachments)), cancellationToken) is { } one) noted.Add(one);

        var answer = author is not null && IsAnswered(mail, author) ? await answers.Write(mail, author, about, noted, cancellationToken) : null;
        var check = mail.Check is { } reason ? ToCheck(item, mail.Key, reason) with { Address = mail.Sender?.Address ?? "", Name = mail.Sender?.Name ?? "", Subject = mail.Subject } : null;
        var dealt = new DealtMail(mail.Key, clock.GetUtcNow(), answer, check);
        await log.Add(dealt, cancellationToken);
        return dealt.Folder;
    }

    // What holds no idea may come from anybody; only who is known is told so.
    private static bool IsAnswered(IncomingMail mail, MailAuthor author) => mail.Kind switch
    {
        _ when author.Sender.Check == SenderCheck.Failed => false,
        MailKind.Ideas => true,
        MailKind.NotUnderstood => author is { Sender.Check: SenderCheck.Passed, Affiliation: not null } or { Member: not null },
        _ => false,
    };

    private async Task GiveUp(MailboxItem item, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id)))[..32];
        await log.Add(new(key, clock.GetUtcNow(), null, ToCheck(item, key, CheckReason.Failed)), cancellationToken);
        try
        {
            await mailbox.Move(item.Id, MailFolder.ToCheck, cancellationToken);
        }
        catch (MailboxFaultException)
        {
            // It stays where it is; organisers have it on their list.
        }
    }

    private static MailToCheck ToCheck(MailboxItem item, string key, CheckReason reason) => new(key, reason, item.ReceivedAt, "", "", "", item.Link);

    private async Task<IReadOnlyDictionary<string, Member>> ByAddress(CancellationToken cancellationToken)
    {
        var by = new Dictionary<string, Member>();
        foreach (var member in await members.All(cancellationToken))
            if (member.Email is { } address) by.TryAdd(address, member);
        return by;
    }
}
