using System.Collections.Immutable;

namespace LeerkringBot.Domain.Mails;

/// <summary>Makes of every mail its ideas, exactly once, and one answer at most; whatever the mailbox gives twice, in another order or not at all, and wherever it breaks off.</summary>
/// <remarks>Used by one at a time in a program. Several programs at once do the same work twice, and nothing twice.
/// A mail that fails is tried again by itself while the reading goes on. Until it is dealt with or given up, what is kept is the position before it: another program begins there.</remarks>
public sealed class ReadMailbox(IMailbox mailbox, IMailReader reader, IMailLog log, INoteMailedIdeas ideas, IMailAnswers answers, ISubjects subjects, IMembers members, INetwork network, TimeProvider clock)
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));
    private readonly Dictionary<string, FailingMail> failing = [];
    private long dealtWith;
    private string? position;
    private string? kept;

    /// <summary>Deals with the next page, and with what failed before and is due.</summary>
    /// <exception cref="MailboxFaultException">The mailbox could not be read, or gives none of its mails now; they come again. So with every other exception.</exception>
    public async Task<MailboxPass> Next(CancellationToken cancellationToken)
    {
        // Another program may have come further meanwhile; then what it dealt with is found to be known.
        position ??= kept = await log.Position(cancellationToken);
        var page = await mailbox.Next(position, cancellationToken);
        var now = clock.GetUtcNow();
        var fresh = page.Mails.Where(item => !failing.ContainsKey(item.Id)).DistinctBy(item => item.Id).ToList();
        var due = failing.Values.Where(one => one.NotBefore <= now).Select(one => one.Item).ToList();
        var faults = ImmutableArray.CreateBuilder<Exception>();
        if (fresh.Count + due.Count > 0)
        {
            var (known, by) = (await network.Current(cancellationToken), await ByAddress(cancellationToken));
            var inARow = 0;
            foreach (var item in fresh)
            {
                var fault = await Try(item, known, by, cancellationToken);
                if (fault is not null) faults.Add(fault);
                inARow = IsPassing(fault) ? inARow + 1 : 0;
                // It is the mailbox, or storage, and the others would fare no better now. What failed waits by itself, so the next page goes past it.
                if (inARow == 2 || fault is StorageFaultException or MailboxFaultException { RetryAfter: not null }) throw Stop(fault!);
            }

            foreach (var item in due)
            {
                if (await Try(item, known, by, cancellationToken) is not { } fault) continue;
                faults.Add(fault);
                if (fault is StorageFaultException) throw Stop(fault);
                if (IsPassing(fault)) break;
            }
        }

        position = page.Position;
        if (position != kept && failing.Values.All(one => one.IsGivenUp))
        {
            await log.KeepPosition(position, cancellationToken);
            kept = position;
        }

        return new(!page.IsLast, faults.ToImmutable());
    }

    private static Exception Stop(Exception fault) => fault is StorageFaultException
        ? new StorageFaultException("A mail could not be dealt with.", fault)
        : new MailboxFaultException("A mail could not be dealt with.", fault) { RetryAfter = (fault as MailboxFaultException)?.RetryAfter, IsPassing = true };

    /// <summary>Nothing need be wrong with the mail.</summary>
    private static bool IsPassing(Exception? fault) => fault is StorageFaultException or MailboxFaultException { IsPassing: true } or MailboxFaultException { RetryAfter: not null };

    /// <returns>What it failed of; null where it is dealt with.</returns>
    private async Task<Exception?> Try(MailboxItem item, Network known, IReadOnlyDictionary<string, Member> by, CancellationToken cancellationToken)
    {
        MailFolder? folder = null;
        try
        {
            folder = await Deal(item, known, by, cancellationToken);
            if (folder is { } to) await mailbox.Move(item.Id, to, cancellationToken);
            failing.Remove(item.Id);
            dealtWith++;
            return null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var failed = Failed(item, fault);
            failing[item.Id] = failed;
            if (failed.IsGivenUp || !failed.IsHopeless(clock.GetUtcNow())) return fault;
            // One that is dealt with and can't be moved stays where it is.
            if (folder is null && await GiveUp(item, cancellationToken)) failing.Remove(item.Id);
            else failing[item.Id] = failed with { IsGivenUp = true };
            return fault;
        }
    }

    private FailingMail Failed(MailboxItem item, Exception fault)
    {
        var now = clock.GetUtcNow();
        var before = failing.GetValueOrDefault(item.Id) ?? new(item, now) { DealtWith = dealtWith };
        return before with
        {
            Failures = before.Failures + 1,
            OwnFailures = before.OwnFailures + (IsPassing(fault) ? 0 : 1),
            TimesOvertaken = before.TimesOvertaken + (IsPassing(fault) && dealtWith > before.DealtWith ? 1 : 0),
            DealtWith = dealtWith,
            NotBefore = now + Backoff.Pause(before.Failures, (fault as MailboxFaultException)?.RetryAfter, Random.Shared.NextDouble()),
        };
    }

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
        foreach (var idea in mail.Ideas.DistinctBy(mail.KeyOf))
            if (await ideas.Note(new(mail.KeyOf(idea), idea, author!, about, new(mail.Thread?.MessageId, item.Link, item.File, mail.HasAttachments)), cancellationToken) is { } one) noted.Add(one);

        var answer = author is not null && IsAnswered(mail, author) ? await answers.Write(mail, author, about, noted, cancellationToken) : null;
        var check = mail.Check is { } reason ? ToCheck(item, mail.Key, reason) with { Address = mail.Sender?.Address ?? "", Name = mail.Sender?.Name ?? "", Subject = mail.Subject } : null;
        var dealt = new DealtMail(mail.Key, mail.AnswerKey, clock.GetUtcNow(), answer, check);
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

    /// <returns>Whether it is out of the way.</returns>
    private async Task<bool> GiveUp(MailboxItem item, CancellationToken cancellationToken)
    {
        var key = Key.Hash(item.Id, 32);
        await log.Add(new(key, key, clock.GetUtcNow(), null, ToCheck(item, key, CheckReason.Failed)), cancellationToken);
        try
        {
            await mailbox.Move(item.Id, MailFolder.ToCheck, cancellationToken);
            return true;
        }
        catch (MailboxFaultException)
        {
            // It stays where it is; organisers have it on their list.
            return false;
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
